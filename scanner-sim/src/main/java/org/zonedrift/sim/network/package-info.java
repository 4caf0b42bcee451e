/**
 * A network in memory and in simulated time: lanes, datagrams, streams, and the weather on the way.
 *
 * <p>Must not know what the octets mean, nor which servers there are.
 *
 * <p>Start at {@link org.zonedrift.sim.network.VirtualNetwork}.
 */
@NullMarked
package org.zonedrift.sim.network;

import org.jspecify.annotations.NullMarked;
