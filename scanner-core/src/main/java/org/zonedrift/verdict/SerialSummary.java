package org.zonedrift.verdict;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SerialScheme;

/**
 * The serials of a zone in short. What does not apply is null or -1.
 *
 * @param spread from oldest to newest
 * @param lagMax how far the server furthest behind is behind the reference
 * @param timeLag what the lag means in time, where the scheme tells
 */
public record SerialSummary(
        SerialOrder order,
        @Nullable SerialNumber newest,
        @Nullable SerialNumber oldest,
        long spread,
        SchemeGuess scheme,
        Reference reference,
        long lagMax,
        @Nullable TimeLag timeLag) {

    /**
     * Lag as time, read from dated serials: evidence, never proof.
     *
     * @param lagSeconds from the furthest behind to the reference, or -1 where nobody is behind
     * @param granularitySeconds how exact the scheme is
     * @param newestSeconds when the newest serial says it was made, in seconds since 1970
     * @param staleAtLeastSeconds for how long the laggards have been behind at least
     */
    public record TimeLag(
            SerialScheme basis,
            long lagSeconds,
            int granularitySeconds,
            long newestSeconds,
            long staleAtLeastSeconds) {}
}
