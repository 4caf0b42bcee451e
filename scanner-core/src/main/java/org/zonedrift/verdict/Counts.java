package org.zonedrift.verdict;

/**
 * The numbers of one zone.
 *
 * @param ns names of servers, of parent and child together
 * @param addresses distinct addresses of these
 * @param probed distinct addresses that were asked
 * @param usable distinct addresses that speak for the zone
 * @param serials distinct serials among the usable
 */
public record Counts(
        int ns,
        int addresses,
        int probed,
        int usable,
        int lame,
        int unreachable,
        int skipped,
        int serials,
        int operators,
        int sources) {

    /** The numbers of a name without servers. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
