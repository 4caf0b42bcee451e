package org.zonedrift.verdict;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.zonedrift.zone.SerialScheme;

/** Serials as points in time: what each dated scheme reads in a number. */
final class DatedSerial {

    /** No point in time. */
    static final long NONE = -1;

    static final int DAY_SECONDS = 86_400;

    /** Time zones and wrong clocks: so much later than now is not called the future yet. */
    static final long TOLERANCE_SECONDS = 2L * DAY_SECONDS;

    private static final int MINUTE_SECONDS = 60;
    private static final int HOUR_SECONDS = 3_600;

    /** 2000-01-01: nobody used Unix time for serials before. */
    private static final long FIRST_UNIX = 946_684_800L;

    private static final int FIRST_YEAR = 1990;

    /** A first half of the hour-and-minute form: 2010 to 2042, as far as 32 bits reach. */
    private static final int FIRST_SHORT_YEAR = 10;

    private static final int LAST_SHORT_YEAR = 42;
    private static final long TEN_DIGITS = 1_000_000_000L;
    private static final long EIGHT_DIGITS = 10_000_000L;

    private DatedSerial() {}

    /** When the serial says it was made, in seconds since 1970, however far ahead; else {@link #NONE}. */
    static long timeOf(SerialScheme scheme, long serial) {
        return switch (scheme) {
            case UNIX -> serial >= FIRST_UNIX ? serial : NONE;
            case DATE_NN -> serial >= TEN_DIGITS ? date(serial / 100) : NONE;
            case YYMMDDHHMM -> serial >= TEN_DIGITS ? minute(serial) : NONE;
            case DATE8 -> serial >= EIGHT_DIGITS && serial < EIGHT_DIGITS * 10 ? date(serial) : NONE;
            case FIXED, COUNTER, OPAQUE, MIXED -> NONE;
        };
    }

    /** Whether the scheme reads a time in the serial that is not in the future, if we know the time. */
    static boolean explains(SerialScheme scheme, long serial, long nowSeconds) {
        long time = timeOf(scheme, serial);
        return time != NONE && (nowSeconds < 0 || time <= latest(scheme, nowSeconds));
    }

    private static long latest(SerialScheme scheme, long nowSeconds) {
        boolean byDay = granularitySeconds(scheme) == DAY_SECONDS;
        return (byDay ? nowSeconds - nowSeconds % DAY_SECONDS : nowSeconds) + TOLERANCE_SECONDS;
    }

    /** How exact a dated scheme is; 0 for a scheme without dates. */
    static int granularitySeconds(SerialScheme scheme) {
        return switch (scheme) {
            case UNIX -> 1;
            case YYMMDDHHMM -> MINUTE_SECONDS;
            case DATE_NN, DATE8 -> DAY_SECONDS;
            case FIXED, COUNTER, OPAQUE, MIXED -> 0;
        };
    }

    static boolean isDated(SerialScheme scheme) {
        return granularitySeconds(scheme) > 0;
    }

    private static long date(long yyyymmdd) {
        int year = (int) (yyyymmdd / 10_000);
        return year < FIRST_YEAR ? NONE : midnight(year, (int) (yyyymmdd / 100 % 100), (int) (yyyymmdd % 100));
    }

    private static long minute(long yymmddhhmm) {
        int year = (int) (yymmddhhmm / 100_000_000);
        int hour = (int) (yymmddhhmm / 100 % 100);
        int minute = (int) (yymmddhhmm % 100);
        if (year < FIRST_SHORT_YEAR || year > LAST_SHORT_YEAR || hour > 23 || minute > 59) {
            return NONE;
        }
        long midnight = midnight(2000 + year, (int) (yymmddhhmm / 1_000_000 % 100), (int) (yymmddhhmm / 10_000 % 100));
        return midnight == NONE ? NONE : midnight + (long) hour * HOUR_SECONDS + (long) minute * MINUTE_SECONDS;
    }

    private static long midnight(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            return NONE;
        }
        return LocalDate.of(year, month, day).toEpochDay() * DAY_SECONDS;
    }
}
