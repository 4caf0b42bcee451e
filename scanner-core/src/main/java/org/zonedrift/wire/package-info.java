/**
 * DNS on the wire: questions written from a name's own octets, messages parsed in place.
 *
 * <p>Must not know sockets, nor why anybody asks. A {@code ByteBuf} never leaves the turn it came in.
 *
 * <p>Start at {@link org.zonedrift.wire.DnsMessage}.
 */
@NullMarked
package org.zonedrift.wire;

import org.jspecify.annotations.NullMarked;
