package org.zonedrift.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An object of the record: its keys in the order in which they are written. Complete once the class
 * that declares it is initialised, and unchanged from then on.
 */
final class Section {

    private static final String TIME_PATTERN = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$";
    private static final String HEX_PATTERN = "^([0-9a-f]{2})+$";

    private final String title;
    private final List<Key> keys = new ArrayList<>();
    private List<Key> required = List.of();

    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<Key> keys() {
        return Collections.unmodifiableList(keys);
    }

    /** The keys that are there in every such object. */
    List<Key> required() {
        return required;
    }

    void require(Key... always) {
        required = List.of(always);
    }

    Key text(String name, String meaning) {
        return add(name, new Shape.Text("", ""), meaning);
    }

    Key texts(String name, String meaning) {
        return add(name, new Shape.Many(new Shape.Text("", "")), meaning);
    }

    Key hex(String name, String meaning) {
        return add(name, new Shape.Text("", HEX_PATTERN), meaning);
    }

    Key pattern(String name, String pattern, String meaning) {
        return add(name, new Shape.Text("", pattern), meaning);
    }

    Key time(String name, String meaning) {
        return add(name, new Shape.Text("date-time", TIME_PATTERN), meaning);
    }

    /** A whole number that is not negative. */
    Key whole(String name, String meaning) {
        return add(name, new Shape.Whole(0, Shape.Wholes.EXACT), meaning);
    }

    /** A whole number with a sign. */
    Key signed(String name, String meaning) {
        return add(name, new Shape.Whole(Integer.MIN_VALUE, Shape.Wholes.UINT32), meaning);
    }

    Key uint32(String name, String meaning) {
        return add(name, new Shape.Whole(0, Shape.Wholes.UINT32), meaning);
    }

    Key uint32s(String name, String meaning) {
        return add(name, new Shape.Many(new Shape.Whole(0, Shape.Wholes.UINT32)), meaning);
    }

    Key decimal(String name, String meaning) {
        return add(name, new Shape.Decimal(), meaning);
    }

    Key truth(String name, String meaning) {
        return add(name, new Shape.Truth(), meaning);
    }

    Key word(String name, Words<?> words, String meaning) {
        return word(name, words.all(), meaning);
    }

    Key word(String name, List<String> words, String meaning) {
        return add(name, new Shape.Word(words), meaning);
    }

    Key words(String name, Words<?> words, String meaning) {
        return words(name, words.all(), meaning);
    }

    Key words(String name, List<String> words, String meaning) {
        return add(name, new Shape.Many(new Shape.Word(words)), meaning);
    }

    Key object(String name, Section section, String meaning) {
        return add(name, new Shape.Nested(section), meaning);
    }

    Key objects(String name, Section section, String meaning) {
        return add(name, new Shape.Many(new Shape.Nested(section)), meaning);
    }

    private Key add(String name, Shape shape, String meaning) {
        Key key = Key.of(name, shape, meaning);
        keys.add(key);
        return key;
    }
}
