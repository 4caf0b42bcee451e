package org.zonedrift.cli.watch;

import java.util.Locale;

/** Numbers as people read them. */
public final class Words {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    /** Up to here a larger unit would hide too much. */
    private static final int UNITS_KEPT = 2;

    private Words() {}

    /** 1,234,567. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 zone} or {@code 2 zones}. */
    public static String counted(long number, String singular) {
        return count(number) + " " + (number == 1 ? singular : plural(singular));
    }

    private static String plural(String singular) {
        if (singular.endsWith("ry")) {
            return singular.substring(0, singular.length() - 1) + "ies";
        }
        return singular + (singular.endsWith("s") || singular.endsWith("ch") ? "es" : "s");
    }

    /** 12.3 s. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / NANOS_PER_SECOND);
    }

    /** 12.3 ms. */
    public static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
    }

    /** 41.3 %. */
    public static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
    }

    /** A length of time by its largest unit: {@code 3 days}, {@code 5 h}, {@code 20 min}, {@code 7 s}. */
    public static String span(long seconds) {
        if (seconds >= UNITS_KEPT * DAY) {
            return counted(seconds / DAY, "day");
        }
        if (seconds >= UNITS_KEPT * HOUR) {
            return count(seconds / HOUR) + " h";
        }
        return seconds >= UNITS_KEPT * MINUTE ? count(seconds / MINUTE) + " min" : count(seconds) + " s";
    }
}
