/**
 * Who serves a zone, and where: iteratively, through resolvers, or as the target says; and the
 * address book.
 *
 * <p>Must not know probes, verdicts, or Netty.
 *
 * <p>Start at {@link org.zonedrift.delegation.Delegations}.
 */
@NullMarked
package org.zonedrift.delegation;

import org.jspecify.annotations.NullMarked;
