package org.zonedrift.output;

/**
 * One key of the record: the one place from which the writer, the schema and the data dictionary
 * take what it is called, what stands there and what it means.
 */
record Key(String name, Shape shape, String meaning, byte[] octets) {

    static Key of(String name, Shape shape, String meaning) {
        return new Key(name, shape, meaning, JsonBytes.key(name));
    }
}
