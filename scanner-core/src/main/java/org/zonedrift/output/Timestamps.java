package org.zonedrift.output;

import java.util.Arrays;

/**
 * Instants as RFC 3339 writes them, in UTC and with milliseconds, without a calendar object. The last
 * seconds are kept, as nearly all instants of a record are of one or two. Confined to one thread.
 */
final class Timestamps {

    /** {@code 2026-11-20T10:00:00.000Z}. */
    static final int LENGTH = 24;

    private static final int MILLIS_PER_SECOND = 1000;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DAYS_PER_ERA = 146_097;

    /** From 0000-03-01, where the arithmetic below begins, to 1970-01-01. */
    private static final int DAYS_BEFORE_1970 = 719_468;

    /** {@code 2026-11-20T10:00:00.}. */
    private static final int SECOND_LENGTH = 20;

    /** Every midnight, which dated serials tell, has the first of these places; the present has another mostly. */
    private static final int PLACES = 16;

    private final byte[] texts = new byte[PLACES * SECOND_LENGTH];
    private final long[] seconds = new long[PLACES];

    Timestamps() {
        Arrays.fill(seconds, Long.MIN_VALUE);
    }

    /** Writes the instant, of a year from 0 to 9999, at the index; answers the index behind it. */
    int write(long epochMillis, byte[] into, int at) {
        long second = Math.floorDiv(epochMillis, MILLIS_PER_SECOND);
        int place = (int) second & PLACES - 1;
        int text = place * SECOND_LENGTH;
        if (seconds[place] != second) {
            second(second, texts, text);
            seconds[place] = second;
        }
        System.arraycopy(texts, text, into, at, SECOND_LENGTH);
        int millis = (int) (epochMillis - second * MILLIS_PER_SECOND);
        int next = DecimalDigits.triple(millis, into, at + SECOND_LENGTH);
        into[next++] = 'Z';
        return next;
    }

    private static void second(long epochSecond, byte[] into, int at) {
        int next = date(Math.floorDiv(epochSecond, SECONDS_PER_DAY), into, at);
        int ofDay = Math.floorMod(epochSecond, SECONDS_PER_DAY);
        into[next++] = 'T';
        next = DecimalDigits.pair(ofDay / 3600, into, next);
        into[next++] = ':';
        next = DecimalDigits.pair(ofDay / 60 % 60, into, next);
        into[next++] = ':';
        next = DecimalDigits.pair(ofDay % 60, into, next);
        into[next] = '.';
    }

    /**
     * The Gregorian calendar in whole numbers: years are counted from March, so that the leap day
     * is the last of its year, and repeat in eras of 400 years.
     */
    private static int date(long epochDay, byte[] into, int at) {
        long shifted = epochDay + DAYS_BEFORE_1970;
        long era = Math.floorDiv(shifted, DAYS_PER_ERA);
        int dayOfEra = Math.floorMod(shifted, DAYS_PER_ERA);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = (int) (400 * era) + yearOfEra + (month <= 2 ? 1 : 0);
        int next = DecimalDigits.pair(year % 100, into, DecimalDigits.pair(year / 100, into, at));
        into[next++] = '-';
        next = DecimalDigits.pair(month, into, next);
        into[next++] = '-';
        return DecimalDigits.pair(day, into, next);
    }
}
