package org.zonedrift.verdict;

import java.util.List;
import org.zonedrift.probe.Observation;
import org.zonedrift.zone.SerialNumber;

/** The rule about serials that are the time of the query: they differ, and mean nothing by it. */
final class ClockSerial {

    private static final long TOLERANCE_SECONDS = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private ClockSerial() {}

    /** Whether every one of these servers showed the time at which it was asked. */
    static boolean ticksIn(List<Voice> voices) {
        for (Voice voice : voices) {
            if (!isTime(voice.serial(), voice.seen().course().answeredAt())) {
                return false;
            }
        }
        return !voices.isEmpty();
    }

    /** Whether this serial was the time at any of these moments. */
    static boolean mayTick(SerialNumber serial, List<Observation> observations) {
        for (int i = 0; i < observations.size(); i++) {
            if (isTime(serial, observations.get(i).course().answeredAt())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTime(SerialNumber serial, long nanos) {
        return nanos >= 0 && Math.abs(serial.value() - secondsOf(nanos)) <= TOLERANCE_SECONDS;
    }

    /** When the last answer came that speaks for the zone, in seconds since 1970; -1 where no one knows. */
    static long nowAmong(List<Observation> observations) {
        long latest = -1;
        for (int i = 0; i < observations.size(); i++) {
            Observation seen = observations.get(i);
            latest = seen.isUsable() ? Math.max(latest, seen.course().answeredAt()) : latest;
        }
        return secondsOf(latest);
    }

    /** The same of voices. */
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
