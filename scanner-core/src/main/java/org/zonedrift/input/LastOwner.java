package org.zonedrift.input;

import java.util.Arrays;

/**
 * The owner of the record before, which the next one mostly has too: written in the same octets,
 * it is the same name, and need not be read again.
 */
final class LastOwner {

    private final NameBuffer name = new NameBuffer();
    private byte[] text = new byte[64];
    private int length;

    NameBuffer name() {
        return name;
    }

    boolean isEmpty() {
        return name.isEmpty();
    }

    void set(NameBuffer owner) {
        name.set(owner);
        forgetText();
    }

    /** After a change of the origin, the same octets may mean another name. */
    void forgetText() {
        length = 0;
    }

    /** Reads the owner that is written there; false if it is no domain name. */
    boolean read(byte[] octets, int from, int to, NameBuffer origin) {
        if (Arrays.equals(text, 0, length, octets, from, to)) {
            return true;
        }
        length = 0;
        if (!name.read(octets, from, to, origin)) {
            return false;
        }
        keep(octets, from, to - from);
        return true;
    }

    private void keep(byte[] octets, int from, int size) {
        if (size > text.length) {
            text = new byte[2 * size];
        }
        System.arraycopy(octets, from, text, 0, size);
        length = size;
    }
}
