package org.zonedrift.output;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One key of the record: the one place from which the writer, the schema and the data dictionary
 * take what it is called, what stands there and what it means.
 *
 * @param octets as it is written, with its comma, its quotes and its colon
 * @param opening as it is written with the bracket of an object or array that is its value
 */
record Key(String name, Shape shape, String meaning, byte[] octets, byte[] opening) {

    static Key of(String name, Shape shape, String meaning) {
        byte[] octets = octetsOf(name);
        byte[] opening = Arrays.copyOf(octets, octets.length + 1);
        opening[octets.length] = (byte) (shape instanceof Shape.Nested ? '{' : '[');
        return new Key(name, shape, meaning, octets, opening);
    }

    /** The octets of a key that needs no escape. */
    static byte[] octetsOf(String name) {
        return (",\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }
}
