/**
 * The weather of the simulated world: how far away each server is, and what gets lost on the way.
 *
 * <p>Must not know what servers say.
 *
 * <p>Start at {@link org.zonedrift.sim.climate.WorldClimate}.
 */
@NullMarked
package org.zonedrift.sim.climate;

import org.jspecify.annotations.NullMarked;
