package org.zonedrift.input;

import java.io.InputStream;
import java.util.function.UnaryOperator;

/** Ways to open what a scan reads. */
public final class Inputs {

    private Inputs() {}

    /**
     * The names of a plain list.
     *
     * @param file which of several inputs this is, from 0
     * @param toALabels Unicode labels to A-labels by UTS #46; throws an {@link
     *     IllegalArgumentException} where it cannot
     */
    public static Targets list(InputStream source, int file, UnaryOperator<String> toALabels) {
        InputLines lines = new InputLines(source, file, ListReader.LONGEST_LINE);
        return new ListReader(lines, Columns.LIST, new WrittenName(toALabels));
    }
}
