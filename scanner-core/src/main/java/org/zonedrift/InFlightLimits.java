package org.zonedrift;

import org.zonedrift.delegation.AddressBook;

/**
 * How many zones may be in flight, and how much is kept for those to come.
 *
 * @param active zones being worked on at once
 * @param parked zones that wait for a re-check, or long for the limits of their servers; above it intake waits
 * @param hostOctets memory for addresses of hosts that were looked up; beyond it the oldest are forgotten
 */
public record InFlightLimits(int active, int parked, long hostOctets) {

    /** Enough to keep two lanes busy at Internet latencies. */
    public static final int DEFAULT_ACTIVE = 4_000;

    /** Some 1.5 kB a zone: 300 MB when a whole TLD drifts at once. */
    public static final int DEFAULT_PARKED = 200_000;

    public InFlightLimits {
        if (active < 1 || parked < 1) {
            throw new IllegalArgumentException("at least one zone must be in flight");
        }
    }

    /** With the usual memory for hosts. */
    public InFlightLimits(int active, int parked) {
        this(active, parked, AddressBook.usualOctets());
    }
}
