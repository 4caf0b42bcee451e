package org.zonedrift.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** A JSON object that was read, asked for its values by key; what is absent is null, empty or -1. */
final class JsonObject {

    /** Objects in records lie four deep. */
    private static final int DEPTH_MAX = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private final Map<String, Object> values;

    private JsonObject(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * The one object that the text holds.
     *
     * @throws IllegalArgumentException if it holds anything else
     */
    static JsonObject parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no JSON object");
            }
            JsonObject object = readObject(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
            return object;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonObject readObject(JsonParser parser) {
        Map<String, Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Object value = readValue(parser, parser.nextToken());
            if (value != null) {
                values.put(key, value);
            }
        }
        return new JsonObject(values);
    }

    private static @Nullable Object readValue(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            default -> null;
        };
    }

    private static List<Object> readArray(JsonParser parser) {
        List<Object> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            Object item = readValue(parser, token);
            if (item != null) {
                items.add(item);
            }
            token = parser.nextToken();
        }
        return items;
    }

    boolean has(Key key) {
        return values.containsKey(key.name());
    }

    @Nullable
    String text(Key key) {
        return values.get(key.name()) instanceof String text ? text : null;
    }

    /** The text, which must be there. */
    String needed(Key key) {
        String text = text(key);
        if (text == null) {
            throw new IllegalArgumentException("no " + key.name());
        }
        return text;
    }

    /** The whole number, or -1. */
    long number(Key key) {
        return number(key, -1);
    }

    long number(Key key, long otherwise) {
        return values.get(key.name()) instanceof Long number ? number : otherwise;
    }

    /** A decimal number in thousandths, or -1. */
    long thousandths(Key key) {
        Object value = values.get(key.name());
        return value instanceof Number number ? Math.round(number.doubleValue() * 1000) : -1;
    }

    boolean truth(Key key) {
        return values.get(key.name()) == Boolean.TRUE;
    }

    List<String> texts(Key key) {
        return items(key, String.class);
    }

    List<Long> numbers(Key key) {
        return items(key, Long.class);
    }

    @Nullable
    JsonObject object(Key key) {
        return values.get(key.name()) instanceof JsonObject object ? object : null;
    }

    List<JsonObject> objects(Key key) {
        return items(key, JsonObject.class);
    }

    private <T> List<T> items(Key key, Class<T> type) {
        if (!(values.get(key.name()) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
