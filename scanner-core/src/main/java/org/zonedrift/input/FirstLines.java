package org.zonedrift.input;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The beginning of an input, from which its format is found out: at most twenty lines that are
 * neither blank nor comments.
 */
record FirstLines(String file, List<String> lines) {

    static final int WANTED = 20;

    /** Words for the name's column in headers, the surest first. */
    private static final List<String> NAME_WORDS =
            List.of("domain", "domain_name", "root domain", "fqdn", "hostname", "host", "zone", "name", "origin");

    /** A rank, and a name that is more than another number, such as a share of all visits. */
    private static final Pattern RANKED = Pattern.compile("\"?[0-9]+\"?\\s*,\\s*\"?[^,\"]*[^0-9.,\"][^,\"]*\"?(,.*)?");

    private static final Pattern MASTER_LINE = Pattern.compile(
            "\\$(ORIGIN|TTL|INCLUDE|GENERATE)\\s.*"
                    + "|\\S+\\s+([0-9]\\S*\\s+)?((IN|CH|HS)\\s+)?([0-9]\\S*\\s+)?"
                    + "(SOA|NS|A|AAAA|MX|TXT|DS|DNSKEY|RRSIG|NSEC|NSEC3|NSEC3PARAM)\\s.*",
            Pattern.CASE_INSENSITIVE);

    /**
     * How a text input is to be read.
     *
     * @param headerLines lines at the top that name columns
     * @param remark what the user is told, or empty
     */
    record Layout(InputFormat format, Columns columns, int headerLines, String remark) {

        static Layout of(InputFormat format) {
            return new Layout(format, Columns.LIST, 0, "");
        }
    }

    /** The format that nobody named. */
    Layout layout() {
        if (lines.isEmpty()) {
            return Layout.of(InputFormat.LIST);
        }
        String first = lines.get(0);
        if (first.startsWith("{")) {
            return Layout.of(InputFormat.RESULTS);
        }
        if (MASTER_LINE.matcher(first).matches()) {
            return Layout.of(InputFormat.ZONE);
        }
        OptionalInt header = headerColumn();
        return header.isPresent() ? underHeader(header.getAsInt()) : withoutHeader(Columns.LIST);
    }

    /** The layout of what is known to be CSV. */
    Layout csvLayout(int column) {
        OptionalInt header = headerColumn();
        if (column > 0) {
            return new Layout(InputFormat.CSV, Columns.csv(column), header.isPresent() ? 1 : 0, "");
        }
        return header.isPresent() ? underHeader(header.getAsInt()) : withoutHeader(Columns.csv(1));
    }

    private Layout withoutHeader(Columns otherwise) {
        if (!lines.isEmpty()
                && lines.stream().allMatch(line -> RANKED.matcher(line).matches())) {
            return new Layout(InputFormat.CSV, Columns.csv(2), 0, file + ": reading column 2, rank kept");
        }
        for (String line : lines) {
            String field = Columns.unquoted(firstField(line), Columns.Quoting.DOUBLE_QUOTES);
            if (WrittenName.isNumber(field)) {
                throw InputException.ambiguous(file + ": a line begins with the number " + field
                        + "; where is the name? --csv-column N, or --input-format list if it is one");
            }
        }
        InputFormat format = otherwise.equals(Columns.LIST) ? InputFormat.LIST : InputFormat.CSV;
        return new Layout(format, otherwise, 0, "");
    }

    private static String firstField(String line) {
        return Columns.fields(line, Columns.Quoting.DOUBLE_QUOTES).get(0);
    }

    private Layout underHeader(int column) {
        return new Layout(
                InputFormat.CSV,
                Columns.csv(column),
                1,
                file + ": reading column " + column + " (\"" + headerFields().get(column - 1)
                        + "\" in the header), the others kept");
    }

    private List<String> headerFields() {
        return Columns.fields(lines.get(0), Columns.Quoting.DOUBLE_QUOTES).stream()
                .map(field -> Columns.unquoted(field, Columns.Quoting.DOUBLE_QUOTES))
                .toList();
    }

    /** The column that a header names; a single column is no header: it may be a zone's name. */
    private OptionalInt headerColumn() {
        if (lines.isEmpty() || lines.get(0).indexOf(',') < 0) {
            return OptionalInt.empty();
        }
        List<String> fields = headerFields().stream()
                .map(field -> field.toLowerCase(Locale.ROOT))
                .toList();
        return NAME_WORDS.stream()
                .mapToInt(word -> fields.indexOf(word) + 1)
                .filter(column -> column > 0)
                .findFirst();
    }
}
