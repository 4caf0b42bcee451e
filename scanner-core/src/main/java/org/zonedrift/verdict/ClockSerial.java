package org.zonedrift.verdict;

import java.util.List;

/** The rule about serials that are the time of the query: they differ, and mean nothing by it. */
final class ClockSerial {

    private static final long TOLERANCE_SECONDS = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private ClockSerial() {}

    /** Whether every one of these servers showed the time at which it was asked. */
    static boolean ticksIn(List<Voice> voices) {
        for (Voice voice : voices) {
            long seconds = secondsOf(voice.seen().course().answeredAt());
            if (seconds < 0 || Math.abs(voice.serial().value() - seconds) > TOLERANCE_SECONDS) {
                return false;
            }
        }
        return !voices.isEmpty();
    }

    /** When the last of these answers arrived, in seconds since 1970; -1 where no one knows. */
    static long nowSeconds(List<Voice> voices) {
        long latest = -1;
        for (Voice voice : voices) {
            latest = Math.max(latest, voice.seen().course().answeredAt());
        }
        return secondsOf(latest);
    }

    /** Whole seconds of an instant, by way of the milliseconds in which a record tells it. */
    private static long secondsOf(long nanos) {
        return nanos < 0 ? -1 : nanos / NANOS_PER_MILLI / MILLIS_PER_SECOND;
    }
}
