package org.zonedrift.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text under headings, each column as wide as its widest cell. */
public final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A heading and the side to which its cells keep. */
    public record Column(String heading, Side side) {

        public static Column left(String heading) {
            return new Column(heading, Side.LEFT);
        }

        public static Column right(String heading) {
            return new Column(heading, Side.RIGHT);
        }
    }

    /** Where text stands in its column. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /**
     * A text, and how it is dressed when it is printed.
     *
     * @param plain counts for the width
     */
    public record Cell(String plain, String dressed) {

        public static Cell of(String text) {
            return new Cell(text, text);
        }
    }

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    public Table row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    public Table row(String... cells) {
        return row(Arrays.stream(cells).map(Cell::of).toArray(Cell[]::new));
    }

    /** The heading and the rows, without columns that are empty throughout. */
    public List<String> lines(Style style) {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        List<Cell> head = columns.stream()
                .map(column -> new Cell(column.heading(), style.faint(column.heading())))
                .toList();
        lines.add(line(head, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** 0 for a column in which no row says anything. */
    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (List<Cell> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).plain().length());
            }
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = widths[i] == 0
                    ? 0
                    : Math.max(widths[i], columns.get(i).heading().length());
        }
        return widths;
    }

    private String line(List<Cell> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) {
                continue;
            }
            String padding = " ".repeat(widths[i] - cells.get(i).plain().length());
            boolean right = columns.get(i).side() == Side.RIGHT;
            String cell = cells.get(i).dressed();
            line.append(line.length() == 0 ? "" : GAP).append(right ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
