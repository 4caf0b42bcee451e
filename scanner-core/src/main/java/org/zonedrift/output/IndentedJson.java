package org.zonedrift.output;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON for people to read, two spaces for each level; for documents, not for records. */
final class IndentedJson {

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** Appends what stands behind a key, or in an array where the key is null. */
    interface Body {
        void writeTo(IndentedJson json);
    }

    IndentedJson object(@Nullable String key, Body body) {
        return block(key, "{}", body);
    }

    IndentedJson array(@Nullable String key, Body body) {
        return block(key, "[]", body);
    }

    IndentedJson text(@Nullable String key, String value) {
        line(key).append(quoted(value));
        return this;
    }

    IndentedJson number(@Nullable String key, long value) {
        line(key).append(value);
        return this;
    }

    IndentedJson truth(@Nullable String key, Boolean value) {
        line(key).append(value);
        return this;
    }

    IndentedJson texts(@Nullable String key, List<String> values) {
        return array(key, json -> values.forEach(value -> json.text(null, value)));
    }

    private IndentedJson block(@Nullable String key, String brackets, Body body) {
        line(key).append(brackets.charAt(0));
        depth++;
        body.writeTo(this);
        depth--;
        if (text.charAt(text.length() - 1) != brackets.charAt(0)) {
            newLine();
        }
        text.append(brackets.charAt(1));
        return this;
    }

    private StringBuilder line(@Nullable String key) {
        if (text.length() > 0) {
            char last = text.charAt(text.length() - 1);
            if (last != '{' && last != '[') {
                text.append(',');
            }
            newLine();
        }
        return key == null ? text : text.append(quoted(key)).append(": ");
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }

    private static String quoted(String value) {
        JsonBytes json = new JsonBytes();
        json.text(value);
        return new String(json.octets(), 0, json.length(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text + "\n";
    }
}
