package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.verdict.SerialSummary.TimeLag;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SerialScheme;

/** Sums up the serials of servers that belong together. */
final class Summaries {

    /** Half a day each way: a dated serial does not say in which time zone its day was. */
    private static final long TIME_ZONES_SECONDS = 12 * 3_600;

    private Summaries() {}

    /** Of one source, or of sources whose serials can be compared. */
    static SerialSummary of(List<Voice> voices, SerialSet serials, SchemeGuess scheme, Reference reference, long now) {
        SerialNumber newest = serials.newest();
        return new SerialSummary(
                serials.order(),
                newest,
                serials.oldest(),
                serials.spread(),
                scheme,
                reference,
                lagMax(voices, reference),
                newest == null ? null : timeLag(voices, newest, scheme.scheme(), reference, now));
    }

    /** Of servers that all show one serial, against which they are measured. */
    static SerialSummary ofOne(SerialNumber serial, SchemeGuess scheme, Reference reference) {
        int granularity = DatedSerial.granularitySeconds(scheme.scheme());
        long time = DatedSerial.timeOf(scheme.scheme(), serial.value());
        TimeLag nobodyLate = granularity == 0 ? null : new TimeLag(scheme.scheme(), -1, granularity, time, 0);
        return new SerialSummary(SerialOrder.SINGLE, serial, serial, 0, scheme, reference, 0, nobodyLate);
    }

    /** Of servers whose serials differ by the second they were asked in, and mean the same. */
    static SerialSummary ofClock(SerialSet serials, SchemeGuess scheme, Reference reference) {
        return new SerialSummary(
                serials.order(), serials.newest(), serials.oldest(), serials.spread(), scheme, reference, 0, null);
    }

    /** Of independent sources that differ. */
    static SerialSummary notComparable(SchemeGuess scheme) {
        return new SerialSummary(SerialOrder.NOT_COMPARABLE, null, null, -1, scheme, Reference.NONE, -1, null);
    }

    private static long lagMax(List<Voice> voices, Reference reference) {
        if (reference.serial() == null) {
            return -1;
        }
        long max = 0;
        for (Voice voice : voices) {
            max = Math.max(max, Position.lag(voice.serial(), reference));
        }
        return max;
    }

    private static @Nullable TimeLag timeLag(
            List<Voice> voices, SerialNumber newest, SerialScheme scheme, Reference reference, long now) {
        int granularity = DatedSerial.granularitySeconds(scheme);
        if (granularity == 0) {
            return null;
        }
        long newestTime = DatedSerial.timeOf(scheme, newest.value());
        return new TimeLag(
                scheme,
                lagSeconds(voices, scheme, reference),
                granularity,
                newestTime,
                isAnyBehind(voices, newest) ? staleAtLeast(newestTime, granularity, now) : 0);
    }

    private static boolean isAnyBehind(List<Voice> voices, SerialNumber newest) {
        for (Voice voice : voices) {
            if (newest.isNewerThan(voice.serial())) {
                return true;
            }
        }
        return false;
    }

    private static long lagSeconds(List<Voice> voices, SerialScheme scheme, Reference reference) {
        long max = -1;
        for (Voice voice : voices) {
            if (Position.of(voice.serial(), reference) == Position.BEHIND && reference.serial() != null) {
                long late = DatedSerial.timeOf(scheme, reference.serial().value())
                        - DatedSerial.timeOf(scheme, voice.serial().value());
                max = Math.max(max, late);
            }
        }
        return max;
    }

    /** For how long a newer version than some servers have must have existed, at the least. */
    static long staleAtLeast(long newestTime, int granularity, long now) {
        long zones = granularity == DatedSerial.DAY_SECONDS ? TIME_ZONES_SECONDS : 0;
        return Math.max(0, now - newestTime - granularity - zones);
    }
}
