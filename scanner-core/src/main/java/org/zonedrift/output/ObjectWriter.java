package org.zonedrift.output;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;

/** Writes keys with their values, and leaves out whatever is absent, empty or false. */
final class ObjectWriter {

    private final JsonBytes json;

    ObjectWriter(JsonBytes json) {
        this.json = json;
    }

    /** For values that need more than a line. */
    JsonBytes json() {
        return json;
    }

    JsonBytes at(Key key) {
        return json.key(key.octets());
    }

    void text(Key key, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            at(key).text(text);
        }
    }

    void name(Key key, @Nullable DomainName name) {
        if (name != null) {
            at(key).name(name);
        }
    }

    void serial(Key key, @Nullable SerialNumber serial) {
        if (serial != null) {
            at(key).number(serial.value());
        }
    }

    void number(Key key, long number) {
        at(key).number(number);
    }

    /** A number of which -1 says that it is not known. */
    void known(Key key, long number) {
        if (number >= 0) {
            at(key).number(number);
        }
    }

    void thousandths(Key key, long number) {
        if (number >= 0) {
            at(key).thousandths(number);
        }
    }

    /** An instant in milliseconds since 1970, -1 where there is none. */
    void time(Key key, long epochMillis) {
        if (epochMillis >= 0) {
            at(key).timestamp(epochMillis);
        }
    }

    void truth(Key key, boolean value) {
        if (value) {
            at(key).bool(true);
        }
    }

    /** The published word of something, if there is something. */
    <E extends Enum<E>> void word(Key key, Words<E> words, @Nullable E value) {
        if (value != null) {
            at(key).ready(words.quoted(value));
        }
    }

    <E extends Enum<E>> void words(Key key, Words<E> words, List<E> values) {
        if (values.isEmpty()) {
            return;
        }
        at(key).beginArray();
        for (int i = 0; i < values.size(); i++) {
            json.ready(words.quoted(values.get(i)));
        }
        json.endArray();
    }

    void texts(Key key, Collection<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        at(key).beginArray();
        for (String text : texts) {
            json.text(text);
        }
        json.endArray();
    }

    void names(Key key, @Nullable List<DomainName> names) {
        if (names == null || names.isEmpty()) {
            return;
        }
        at(key).beginArray();
        for (int i = 0; i < names.size(); i++) {
            json.name(names.get(i));
        }
        json.endArray();
    }

    /** An object, if there is something to make it of. */
    <T> void object(Key key, @Nullable T value, BiConsumer<ObjectWriter, ? super T> write) {
        if (value != null) {
            at(key).beginObject();
            write.accept(this, value);
            json.endObject();
        }
    }

    <T> void objects(Key key, List<T> values, BiConsumer<ObjectWriter, ? super T> write) {
        if (values.isEmpty()) {
            return;
        }
        at(key).beginArray();
        for (int i = 0; i < values.size(); i++) {
            json.beginObject();
            write.accept(this, values.get(i));
            json.endObject();
        }
        json.endArray();
    }

    <T> void many(Key key, List<T> values, BiConsumer<ObjectWriter, ? super T> write) {
        if (values.isEmpty()) {
            return;
        }
        at(key).beginArray();
        for (int i = 0; i < values.size(); i++) {
            write.accept(this, values.get(i));
        }
        json.endArray();
    }
}
