/**
 * The simulated world served over real sockets on loopback addresses.
 *
 * <p>Must not know what the servers say.
 *
 * <p>Start at {@link org.zonedrift.sim.loopback.SimulatedInternet}.
 */
@NullMarked
package org.zonedrift.sim.loopback;

import org.jspecify.annotations.NullMarked;
