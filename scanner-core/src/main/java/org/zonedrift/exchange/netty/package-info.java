/**
 * Real sockets and event loops behind the seam {@link org.zonedrift.exchange.engine.Network}.
 *
 * <p>Must not know questions, retries or limits.
 *
 * <p>Start at {@link org.zonedrift.exchange.netty.NettyNetwork}.
 */
@NullMarked
package org.zonedrift.exchange.netty;

import org.jspecify.annotations.NullMarked;
