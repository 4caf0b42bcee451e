package org.zonedrift.fleet;

/** Which lane of how many. */
record LaneShare(int lane, int lanes) {

    /** This lane's part of a whole number; all parts together are the number. */
    long of(long whole) {
        return whole == Long.MAX_VALUE ? whole : whole / lanes + (lane < whole % lanes ? 1 : 0);
    }
}
