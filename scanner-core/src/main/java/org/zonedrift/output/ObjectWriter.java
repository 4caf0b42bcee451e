package org.zonedrift.output;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;

/**
 * Writes keys with their values, and leaves out whatever is absent, empty or false.
 *
 * <p>What every record has is written between {@code begin} and {@code end}; to hand over how it is written
 * would be a call that no processor can foresee, and is for what few records have.
 */
final class ObjectWriter {

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};

    private final JsonBytes json;

    ObjectWriter(JsonBytes json) {
        this.json = json;
    }

    Repetitions repetitions() {
        return json.repetitions();
    }

    /** Where the next octet will stand. */
    int mark() {
        return json.length();
    }

    /** Writes the phrase of this number as it was written before; false where there is none. */
    boolean repeats(Phrases known, long number) {
        return repeats(known.of(number));
    }

    private boolean repeats(byte @Nullable [] octets) {
        if (octets == null) {
            return false;
        }
        json.stretch(octets);
        return true;
    }

    /** Keeps what was written since that mark as the phrase of this number. */
    void keep(Phrases known, long number, int mark) {
        if (number != Phrases.NONE) {
            known.keep(number, json.since(mark));
        }
    }

    /** The same for what tells an object. */
    boolean repeats(LastOne known, Object told) {
        return repeats(known.telling(told));
    }

    void keep(LastOne known, Object told, int mark) {
        known.keep(told, json.since(mark));
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
            json.text(key.octets(), text);
        }
    }

    /** A text that a record has more than once, as the same object. */
    void repeated(Key key, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            at(key);
            repetitions().recent().text(text);
        }
    }

    void name(Key key, @Nullable DomainName name) {
        if (name != null) {
            at(key);
            repetitions().recent().name(name);
        }
    }

    /** The mail address that this name stands for which has nothing to escape, and a label before its first dot. */
    void plainMailbox(Key key, DomainName name) {
        at(key);
        repetitions().recent().plainMailbox(name);
    }

    void serial(Key key, @Nullable SerialNumber serial) {
        if (serial != null) {
            at(key);
            repetitions().recent().number(serial.value());
        }
    }

    void serials(Key key, List<SerialNumber> serials) {
        if (serials.isEmpty()) {
            return;
        }
        begin(key);
        for (int i = 0; i < serials.size(); i++) {
            repetitions().recent().number(serials.get(i).value());
        }
        json.endArray();
    }

    void number(Key key, long number) {
        json.number(key.octets(), number);
    }

    /** A number of which -1 says that it is not known. */
    void known(Key key, long number) {
        if (number >= 0) {
            json.number(key.octets(), number);
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
            json.timestamp(key.octets(), epochMillis);
        }
    }

    void truth(Key key, boolean value) {
        if (value) {
            json.ready(key.octets(), TRUE);
        }
    }

    /** Octets that are JSON already. */
    void ready(Key key, byte[] value) {
        json.ready(key.octets(), value);
    }

    /** The published word of something, if there is something. */
    <E extends Enum<E>> void word(Key key, Words<E> words, @Nullable E value) {
        if (value != null) {
            json.ready(key.octets(), words.quoted(value));
        }
    }

    <E extends Enum<E>> void words(Key key, Words<E> words, List<E> values) {
        if (values.isEmpty()) {
            return;
        }
        begin(key);
        for (int i = 0; i < values.size(); i++) {
            json.ready(words.quoted(values.get(i)));
        }
        json.endArray();
    }

    void texts(Key key, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        begin(key);
        for (int i = 0; i < texts.size(); i++) {
            repetitions().recent().text(texts.get(i));
        }
        json.endArray();
    }

    /** The same for texts that come in the order in which they are written, wherever they stand. */
    void notes(Key key, Collection<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        begin(key);
        for (String note : notes) {
            json.text(note);
        }
        json.endArray();
    }

    void names(Key key, @Nullable List<DomainName> names) {
        if (names == null || names.isEmpty()) {
            return;
        }
        begin(key);
        for (int i = 0; i < names.size(); i++) {
            repetitions().recent().name(names.get(i));
        }
        json.endArray();
    }

    /** Begins the object or the array that stands at this key. */
    void begin(Key key) {
        json.key(key.opening());
    }

    /** Begins an object of an array. */
    void beginItem() {
        json.beginObject();
    }

    /** Ends an object. */
    void end() {
        json.endObject();
    }

    void endArray() {
        json.endArray();
    }

    /** An object, if there is something to make it of. */
    <T> void object(Key key, @Nullable T value, BiConsumer<ObjectWriter, ? super T> write) {
        if (value != null) {
            begin(key);
            write.accept(this, value);
            end();
        }
    }

    <T> void objects(Key key, List<T> values, BiConsumer<ObjectWriter, ? super T> write) {
        if (values.isEmpty()) {
            return;
        }
        begin(key);
        for (int i = 0; i < values.size(); i++) {
            beginItem();
            write.accept(this, values.get(i));
            end();
        }
        endArray();
    }

    <T> void many(Key key, List<T> values, BiConsumer<ObjectWriter, ? super T> write) {
        if (values.isEmpty()) {
            return;
        }
        begin(key);
        for (int i = 0; i < values.size(); i++) {
            write.accept(this, values.get(i));
        }
        endArray();
    }
}
