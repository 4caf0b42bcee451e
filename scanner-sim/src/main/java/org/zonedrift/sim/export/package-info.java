/**
 * The simulated world as files: what a scanner reads, and the truth to compare its results with.
 *
 * <p>Must not know sockets.
 *
 * <p>Start at {@link org.zonedrift.sim.export.WorldFiles}.
 */
@NullMarked
package org.zonedrift.sim.export;

import org.jspecify.annotations.NullMarked;
