/**
 * Counters and histograms of the traffic; others push into them, each lane into its own.
 *
 * <p>Must not know whoever pushes, nor what a packet is.
 *
 * <p>Start at {@link org.zonedrift.telemetry.Telemetry}.
 */
@NullMarked
package org.zonedrift.telemetry;

import org.jspecify.annotations.NullMarked;
