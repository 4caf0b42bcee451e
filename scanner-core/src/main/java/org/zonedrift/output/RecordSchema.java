package org.zonedrift.output;

import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schema (draft 2020-12) of the record, made from the very keys that the writer uses. */
public final class RecordSchema {

    /** What the published schema says about keys that it does not name. */
    public enum UnknownKeys {
        /** Readers ignore them: adding keys is a compatible change. */
        ALLOWED,
        /** For checking our own records. */
        FORBIDDEN
    }

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final UnknownKeys unknown;

    private RecordSchema(UnknownKeys unknown) {
        this.unknown = unknown;
        collect(RecordFields.SECTION);
    }

    /** The schema as the text of a file. */
    public static String text(UnknownKeys unknown) {
        return new RecordSchema(unknown).write();
    }

    private void collect(Section section) {
        if (section != RecordFields.SECTION) {
            sections.put(section.title(), section);
        }
        for (Key key : section.keys()) {
            collect(key.shape());
        }
    }

    private void collect(Shape shape) {
        if (shape instanceof Shape.Nested nested) {
            collect(nested.section());
        } else if (shape instanceof Shape.Many many) {
            collect(many.each());
        }
    }

    private String write() {
        IndentedJson json = new IndentedJson();
        json.object(null, root -> {
            root.text("$schema", "https://json-schema.org/draft/2020-12/schema");
            root.text("$id", "urn:zonedrift:schema:1");
            root.text("title", "Zonedrift record " + RecordFields.SCHEMA_NAME);
            root.text("description", "One line of NDJSON: what was found out about one zone.");
            writeSection(root, RecordFields.SECTION);
            root.object(
                    "$defs",
                    defs -> sections.forEach(
                            (title, section) -> defs.object(title, body -> writeSection(body, section))));
            root.array("x-flat-columns", columns -> FlatColumns.all().forEach(column -> writeColumn(columns, column)));
        });
        return json.toString();
    }

    private void writeSection(IndentedJson json, Section section) {
        json.text("type", "object");
        if (!section.required().isEmpty()) {
            json.texts("required", section.required().stream().map(Key::name).toList());
        }
        if (unknown == UnknownKeys.FORBIDDEN) {
            json.truth("additionalProperties", false);
        }
        json.object(
                "properties",
                properties -> section.keys()
                        .forEach(key -> properties.object(key.name(), body -> {
                            body.text("description", key.meaning());
                            key.shape().describe(body);
                        })));
    }

    private static void writeColumn(IndentedJson json, FlatColumns.Column column) {
        json.object(
                null,
                body -> body.text("name", column.name())
                        .text("path", column.path())
                        .text("type", column.shape().word()));
    }
}
