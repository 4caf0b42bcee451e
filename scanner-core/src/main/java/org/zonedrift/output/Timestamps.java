package org.zonedrift.output;

/**
 * Instants as RFC 3339 writes them, in UTC and with milliseconds, without a calendar object. The day of
 * the last one is kept, as nearly all instants of a scan are of one day. Confined to one thread.
 */
final class Timestamps {

    /** {@code 2026-11-20T10:00:00.000Z}. */
    static final int LENGTH = 24;

    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final int DAYS_PER_ERA = 146_097;

    /** From 0000-03-01, where the arithmetic below begins, to 1970-01-01. */
    private static final int DAYS_BEFORE_1970 = 719_468;

    private static final int DATE_LENGTH = 10;

    private final byte[] lastDate = new byte[DATE_LENGTH];
    private long lastDay = Long.MIN_VALUE;

    /** Writes the instant, of a year from 0 to 9999, at the index; answers the index behind it. */
    int write(long epochMillis, byte[] into, int at) {
        long day = Math.floorDiv(epochMillis, MILLIS_PER_DAY);
        if (day != lastDay) {
            date(day, lastDate);
            lastDay = day;
        }
        System.arraycopy(lastDate, 0, into, at, DATE_LENGTH);
        int next = at + DATE_LENGTH;
        into[next++] = 'T';
        int millis = (int) (epochMillis - day * MILLIS_PER_DAY);
        next = DecimalDigits.padded(millis / 3_600_000, 2, into, next);
        into[next++] = ':';
        next = DecimalDigits.padded(millis / 60_000 % 60, 2, into, next);
        into[next++] = ':';
        next = DecimalDigits.padded(millis / 1000 % 60, 2, into, next);
        into[next++] = '.';
        next = DecimalDigits.padded(millis % 1000, 3, into, next);
        into[next++] = 'Z';
        return next;
    }

    /**
     * The Gregorian calendar in whole numbers: years are counted from March, so that the leap day
     * is the last of its year, and repeat in eras of 400 years.
     */
    private static void date(long epochDay, byte[] into) {
        long shifted = epochDay + DAYS_BEFORE_1970;
        long era = Math.floorDiv(shifted, DAYS_PER_ERA);
        int dayOfEra = Math.floorMod(shifted, DAYS_PER_ERA);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        int year = (int) (400 * era) + yearOfEra + (month <= 2 ? 1 : 0);
        int next = DecimalDigits.padded(year, 4, into, 0);
        into[next++] = '-';
        next = DecimalDigits.padded(month, 2, into, next);
        into[next++] = '-';
        DecimalDigits.padded(day, 2, into, next);
    }
}
