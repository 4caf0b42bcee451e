package org.zonedrift.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a line the name stands, and what else the line holds.
 *
 * @param name the column of the name, from 1
 * @param quoting whether double quotes can stand around a column
 */
record Columns(int name, Quoting quoting) {

    enum Quoting {
        NONE,
        DOUBLE_QUOTES
    }

    /** A list: the name, and after a comma whatever is to be passed through. */
    static final Columns LIST = new Columns(1, Quoting.NONE);

    static Columns csv(int nameColumn) {
        return new Columns(nameColumn, Quoting.DOUBLE_QUOTES);
    }

    /** A line taken apart. */
    record Row(String name, String metadata) {}

    /**
     * The name's column and all others, in their order and as they were written.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    Row split(String line) {
        List<String> fields = fields(line, quoting);
        if (fields.size() < name) {
            throw new IllegalArgumentException("no column " + name);
        }
        String written = unquoted(fields.remove(name - 1), quoting);
        String metadata = fields.size() == 1 ? unquoted(fields.get(0), quoting) : String.join(",", fields);
        return new Row(written, metadata);
    }

    /** The columns as they are written, with the white space around them taken off. */
    static List<String> fields(String line, Quoting quoting) {
        List<String> fields = new ArrayList<>(4);
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoting == Quoting.DOUBLE_QUOTES) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(AsciiSpace.trimmed(line.substring(start, i)));
                start = i + 1;
            }
        }
        fields.add(AsciiSpace.trimmed(line.substring(start)));
        return fields;
    }

    static String unquoted(String field, Quoting quoting) {
        int last = field.length() - 1;
        boolean isQuoted = last >= 1 && field.charAt(0) == '"' && field.charAt(last) == '"';
        return quoting == Quoting.NONE || !isQuoted
                ? field
                : field.substring(1, last).replace("\"\"", "\"");
    }
}
