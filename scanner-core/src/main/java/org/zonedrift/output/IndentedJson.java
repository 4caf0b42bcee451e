package org.zonedrift.output;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON for people to read, two spaces for each level; for documents, not for records. */
public final class IndentedJson {

    private final StringBuilder text = new StringBuilder();
    private final JsonBytes quoted = new JsonBytes();
    private int depth;

    /** Appends what stands behind a key, or in an array where the key is null. */
    @FunctionalInterface
    public interface Body {
        void writeTo(IndentedJson json);
    }

    public IndentedJson object(@Nullable String key, Body body) {
        return block(key, "{}", body);
    }

    public IndentedJson array(@Nullable String key, Body body) {
        return block(key, "[]", body);
    }

    public IndentedJson text(@Nullable String key, String value) {
        line(key).append(quoted(value));
        return this;
    }

    public IndentedJson number(@Nullable String key, long value) {
        line(key).append(value);
        return this;
    }

    public IndentedJson truth(@Nullable String key, Boolean value) {
        line(key).append(value);
        return this;
    }

    public IndentedJson texts(@Nullable String key, List<String> values) {
        return array(key, json -> values.forEach(value -> json.text(null, value)));
    }

    /** Any value made of maps, lists, texts, numbers and truths. */
    public IndentedJson value(@Nullable String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(key, json -> map.forEach((name, item) -> json.value(String.valueOf(name), item)));
        }
        if (value instanceof Collection<?> items) {
            return array(key, json -> items.forEach(item -> json.value(null, item)));
        }
        if (value instanceof Number || value instanceof Boolean) {
            line(key).append(value);
            return this;
        }
        return text(key, String.valueOf(value));
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

    private String quoted(String value) {
        quoted.clear();
        quoted.text(value);
        return new String(quoted.octets(), 0, quoted.length(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text + "\n";
    }
}
