package org.zonedrift.sim.climate;

import java.time.Duration;
import org.zonedrift.safety.AddressBlock;

/**
 * A stretch of time in which nothing reaches some servers, and nothing comes from them.
 *
 * @param after the beginning of everything
 */
public record Outage(Duration after, Duration length, AddressBlock servers) {

    /** Whether it lasts at this distance from the beginning. */
    boolean lastsAt(long nanos) {
        long begins = after.toNanos();
        return nanos >= begins && nanos < begins + length.toNanos();
    }
}
