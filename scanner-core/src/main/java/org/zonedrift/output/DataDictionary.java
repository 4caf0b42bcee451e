package org.zonedrift.output;

import java.util.ArrayList;
import java.util.List;

/** The data dictionary as a Markdown page, made from the very keys that the writer uses. */
public final class DataDictionary {

    private static final String HEAD = """
            # Data dictionary

            Each line of a result file is one JSON object. Keys stand in the order below; a key without a
            value to tell is left out, so an absent key means "unknown", "none" or "false", never 0.
            Time stamps are RFC 3339 in UTC with milliseconds. Names are lower case without the closing
            dot; octets that are no printable ASCII stand as `\\DDD`. Readers must ignore keys that they
            do not know. This page is generated from the code, as is `schema/zonedrift-1.schema.json`.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);
    private final List<Section> written = new ArrayList<>();

    private DataDictionary() {}

    /** The page. */
    public static String text() {
        DataDictionary dictionary = new DataDictionary();
        dictionary.section(RecordFields.SECTION);
        dictionary.columns();
        return dictionary.page.toString();
    }

    private void section(Section section) {
        if (written.contains(section)) {
            return;
        }
        written.add(section);
        page.append("\n## ").append(section.title()).append("\n\n| key | type | meaning |\n|---|---|---|\n");
        for (Key key : section.keys()) {
            row("`" + key.name() + "`", key.shape().word(), key.meaning());
        }
        for (Key key : section.keys()) {
            words(key);
        }
        for (Key key : section.keys()) {
            if (elementOf(key.shape()) instanceof Shape.Nested nested) {
                section(nested.section());
            }
        }
    }

    private static Shape elementOf(Shape shape) {
        return shape instanceof Shape.Many many ? many.each() : shape;
    }

    private void words(Key key) {
        if (elementOf(key.shape()) instanceof Shape.Word word && word.words().size() > 1) {
            page.append("\n`").append(key.name()).append("` is one of ");
            page.append("`").append(String.join("`, `", word.words())).append("`.\n");
        }
    }

    private void columns() {
        page.append("\n## Flat columns\n\n");
        page.append("For tables with one row for each server; stable.\n\n");
        page.append("| column | from | type |\n|---|---|---|\n");
        for (FlatColumns.Column column : FlatColumns.all()) {
            row(
                    "`" + column.name() + "`",
                    "`" + column.path() + "`",
                    column.shape().word());
        }
    }

    private void row(String first, String second, String third) {
        page.append("| ")
                .append(first)
                .append(" | ")
                .append(second)
                .append(" | ")
                .append(third)
                .append(" |\n");
    }
}
