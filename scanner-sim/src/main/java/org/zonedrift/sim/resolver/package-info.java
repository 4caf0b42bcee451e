/**
 * Simulated resolvers: what they would know, and what keeps them from saying so, well or at all.
 *
 * <p>Must not know sockets.
 *
 * <p>Start at {@link org.zonedrift.sim.resolver.SimulatedResolver}.
 */
@NullMarked
package org.zonedrift.sim.resolver;

import org.jspecify.annotations.NullMarked;
