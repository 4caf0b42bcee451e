package org.zonedrift.cli.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of time as options write them: {@code 1500ms}, {@code 15s}, {@code 10m}, {@code 1h}, {@code 2d}. */
public final class Durations implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    /** Beyond it a slip of the pen is likelier than a wish. */
    private static final Duration MAX = Duration.ofDays(366);

    @Override
    public Duration convert(String text) {
        return parse(text);
    }

    /** How long a server may take to answer. */
    public static final class Wait implements ITypeConverter<Duration> {

        /** Longer, and a silent server would hold its zones for minutes. */
        private static final Duration WAIT_MAX = Duration.ofMinutes(1);

        @Override
        public Duration convert(String text) {
            Duration wait = parse(text);
            if (wait.isZero() || wait.compareTo(WAIT_MAX) > 0) {
                throw new TypeConversionException(
                        "'" + text + "' is not a wait from 1ms to " + Durations.text(WAIT_MAX));
            }
            return wait;
        }
    }

    static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException("'" + text + "' is not a length of time such as 1500ms, 15s or 10m");
        }
        long number = Long.parseLong(form.group(1));
        Duration length = switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        if (length.compareTo(MAX) > 0) {
            throw new TypeConversionException("'" + text + "' is longer than " + MAX.toDays() + "d");
        }
        return length;
    }

    /** The same form again. */
    public static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    /** Delays in ascending order, or {@code none}. */
    public static final class Delays implements ITypeConverter<Delays.Value> {

        /** Beyond a few, a later run over the results says more. */
        private static final int DELAYS_MAX = 8;

        /** The delays, none for {@code none}. */
        public record Value(List<Duration> delays) {

            public Value {
                delays = List.copyOf(delays);
            }

            @Override
            public String toString() {
                return delays.isEmpty()
                        ? "none"
                        : String.join(",", delays.stream().map(Durations::text).toList());
            }
        }

        @Override
        public Value convert(String text) {
            if (text.equals("none")) {
                return new Value(List.of());
            }
            List<Duration> delays = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                Duration delay = parse(part);
                if (!delays.isEmpty() && delay.compareTo(delays.get(delays.size() - 1)) <= 0) {
                    throw new TypeConversionException("delays count from the first look, so they must ascend");
                }
                delays.add(delay);
            }
            if (delays.size() > DELAYS_MAX) {
                throw new TypeConversionException("more than " + DELAYS_MAX + " re-checks");
            }
            return new Value(delays);
        }
    }
}
