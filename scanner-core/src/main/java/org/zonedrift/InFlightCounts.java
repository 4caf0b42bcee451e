package org.zonedrift;

/** How many zones are being worked on, and how many are parked until their next look. */
public record InFlightCounts(int active, int parked) {

    /** Nothing is in flight. */
    public static final InFlightCounts NONE = new InFlightCounts(0, 0);
}
