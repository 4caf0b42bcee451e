package org.zonedrift.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a chart: which values it spans, and where its marks stand.
 *
 * @param label what it counts
 * @param marks values with their texts, in ascending order
 */
record Axis(String label, Scale scale, double least, double most, List<Mark> marks) {

    private static final int MARKS = 5;

    /** A value that is written at the axis. */
    record Mark(double value, String text) {}

    /** How values become lengths. */
    enum Scale {
        LINEAR {
            @Override
            double of(double value) {
                return value;
            }
        },
        LOGARITHMIC {
            @Override
            double of(double value) {
                return Math.log(value);
            }
        };

        abstract double of(double value);
    }

    /** From 0 to the value. */
    static Axis linear(String label, double most) {
        double step = niceStep(most / MARKS);
        List<Mark> marks = new ArrayList<>();
        double value = 0;
        while (value <= most) {
            marks.add(new Mark(value, text(value)));
            value += step;
        }
        return new Axis(label, Scale.LINEAR, 0, most, marks);
    }

    /** Whole powers of ten around the values. */
    static Axis logarithmic(String label, double least, double most) {
        int from = (int) Math.floor(Math.log10(least));
        int to = Math.max(from + 1, (int) Math.ceil(Math.log10(most)));
        List<Mark> marks = new ArrayList<>();
        for (int power = from; power <= to; power++) {
            marks.add(new Mark(Math.pow(10, power), text(Math.pow(10, power))));
        }
        return new Axis(label, Scale.LOGARITHMIC, Math.pow(10, from), Math.pow(10, to), marks);
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digits = rough / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    private static String text(double value) {
        return value >= 1 || value == 0
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%s", Math.round(value * 1e6) / 1e6);
    }

    /** Where the value stands: 0 at the beginning of the axis, 1 at its end. */
    double share(double value) {
        double bounded = Math.min(most, Math.max(least, value));
        return (scale.of(bounded) - scale.of(least)) / (scale.of(most) - scale.of(least));
    }
}
