package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SerialScheme;

/**
 * What one serial can mean, seen alone.
 *
 * @param guess the scheme that explains it best
 * @param readings every time that some dated scheme reads in it, the future included
 */
public record SerialExplanation(SerialNumber serial, SchemeGuess guess, List<Reading> readings) {

    /**
     * One reading of a serial as a time.
     *
     * @param seconds since 1970
     * @param granularitySeconds how exact that is
     * @param tense whether that time has come
     */
    public record Reading(SerialScheme scheme, long seconds, int granularitySeconds, Tense tense) {}

    /** Whether a time has come, two days of tolerance allowed. */
    public enum Tense {
        PAST,
        FUTURE
    }

    public SerialExplanation {
        readings = List.copyOf(readings);
    }

    /** The explanation of a serial at a moment given in seconds since 1970. */
    public static SerialExplanation of(SerialNumber serial, long nowSeconds) {
        List<Reading> readings = new ArrayList<>();
        for (SerialScheme scheme : SerialScheme.values()) {
            long time = DatedSerial.timeOf(scheme, serial.value());
            if (time != DatedSerial.NONE) {
                Tense tense = DatedSerial.explains(scheme, serial.value(), nowSeconds) ? Tense.PAST : Tense.FUTURE;
                readings.add(new Reading(scheme, time, DatedSerial.granularitySeconds(scheme), tense));
            }
        }
        SchemeGuess guess = Schemes.guess(new long[] {serial.value()}, null, nowSeconds);
        return new SerialExplanation(serial, guess, readings);
    }

    /** The last serial that every secondary would still take as newer. */
    public SerialNumber furthestNewer() {
        return new SerialNumber(serial.bits() + Integer.MAX_VALUE);
    }

    /** The one serial that is neither newer nor older. */
    public SerialNumber opposite() {
        return new SerialNumber(serial.bits() + Integer.MIN_VALUE);
    }
}
