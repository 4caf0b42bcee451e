package org.zonedrift.input;

import java.util.Arrays;
import org.zonedrift.zone.DomainName;

/**
 * A name as it is read from a zone file: its folded wire form, in octets that are used again for
 * the next name.
 */
final class NameBuffer {

    private static final byte[] FOLDED = new byte[256];

    static {
        for (int i = 0; i < FOLDED.length; i++) {
            FOLDED[i] = DomainName.folded((byte) i);
        }
    }

    private final byte[] wire = new byte[DomainName.MAX_WIRE_LENGTH + 1];
    private int length;

    /** Whether a name is held at all. */
    boolean isEmpty() {
        return length == 0;
    }

    byte[] octets() {
        return wire;
    }

    int length() {
        return length;
    }

    int hash() {
        return DomainName.hashOf(wire, 0, length);
    }

    DomainName toName() {
        return DomainName.ofFoldedWire(Arrays.copyOf(wire, length));
    }

    /** The same for who has asked for the {@link #hash} already. */
    DomainName toName(int hash) {
        return DomainName.ofFoldedWire(Arrays.copyOf(wire, length), hash);
    }

    boolean holds(DomainName name) {
        return name.isWrittenIn(wire, 0, length);
    }

    boolean holdsSameAs(NameBuffer other) {
        return Arrays.equals(wire, 0, length, other.wire, 0, other.length);
    }

    /** Whether the other name is what follows the labels in so many octets of this one. */
    boolean endsAt(int octets, NameBuffer other) {
        int label = 0;
        while (label < octets) {
            label += wire[label] + 1;
        }
        return label == octets && Arrays.equals(wire, octets, length, other.wire, 0, other.length);
    }

    /** Whether this name is the other, or lies anywhere below it. */
    boolean isAtOrBelow(NameBuffer other) {
        return length >= other.length && endsAt(length - other.length, other);
    }

    void set(NameBuffer other) {
        System.arraycopy(other.wire, 0, wire, 0, other.length);
        length = other.length;
    }

    void set(DomainName name) {
        set(name.wire(), 0, name.wireLength());
    }

    void set(byte[] foldedWire, int from, int size) {
        System.arraycopy(foldedWire, from, wire, 0, size);
        length = size;
    }

    /**
     * Reads a name in presentation form, one without a closing dot being relative to the origin.
     * Leaves the buffer empty if it is none.
     */
    boolean read(byte[] text, int from, int to, NameBuffer origin) {
        length = 0;
        int size = to - from;
        if (size == 1 && text[from] == '@') {
            set(origin);
            return !isEmpty();
        }
        if (size == 1 && text[from] == '.') {
            wire[0] = 0;
            length = 1;
            return true;
        }
        return size > 0 && readLabels(text, from, to, origin);
    }

    private boolean readLabels(byte[] text, int from, int to, NameBuffer origin) {
        int label = 0;
        int end = 1;
        for (int at = from; at < to; at++) {
            byte octet = text[at];
            if (octet == '.') {
                if (end == label + 1) {
                    return false;
                }
                wire[label] = (byte) (end - label - 1);
                label = end++;
            } else {
                if (octet == '\\') {
                    int escaped = escaped(text, at, to);
                    if (escaped < 0) {
                        return false;
                    }
                    at += escapeLength(text, at);
                    octet = (byte) escaped;
                }
                wire[end++] = FOLDED[octet & 0xff];
            }
            if (end - label > DomainName.MAX_LABEL_LENGTH + 1 || end > DomainName.MAX_WIRE_LENGTH) {
                return false;
            }
        }
        return close(label, end, origin);
    }

    private boolean close(int label, int end, NameBuffer origin) {
        if (end == label + 1) {
            wire[label] = 0;
            length = end;
            return true;
        }
        if (origin.isEmpty() || end + origin.length > DomainName.MAX_WIRE_LENGTH) {
            return false;
        }
        wire[label] = (byte) (end - label - 1);
        System.arraycopy(origin.wire, 0, wire, end, origin.length);
        length = end + origin.length;
        return true;
    }

    /** The octet that an escape stands for (RFC 1035 §5.1), or -1. */
    private static int escaped(byte[] text, int at, int to) {
        if (at + 1 >= to) {
            return -1;
        }
        if (!isDigit(text[at + 1])) {
            return text[at + 1] & 0xff;
        }
        if (at + 3 >= to || !isDigit(text[at + 2]) || !isDigit(text[at + 3])) {
            return -1;
        }
        int octet = (text[at + 1] - '0') * 100 + (text[at + 2] - '0') * 10 + text[at + 3] - '0';
        return octet > 0xff ? -1 : octet;
    }

    private static int escapeLength(byte[] text, int at) {
        return isDigit(text[at + 1]) ? 3 : 1;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
