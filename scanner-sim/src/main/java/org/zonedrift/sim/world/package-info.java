/**
 * The simulated world: zones, providers, servers and the truth about them, computed from a seed.
 *
 * <p>Must not know messages, sockets, or how anybody asks.
 *
 * <p>Start at {@link org.zonedrift.sim.world.World}.
 */
@NullMarked
package org.zonedrift.sim.world;

import org.jspecify.annotations.NullMarked;
