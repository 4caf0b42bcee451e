package org.zonedrift.sim.answer;

import java.util.Arrays;
import org.zonedrift.zone.DomainName;

/** A question as it came over the wire. Reused for the next; belongs to one thread. */
final class Inquiry {

    /** What is to be done with a message. */
    enum Reading {
        ANSWER,
        FORMERR,
        NOTIMP,
        IGNORE
    }

    static final int HEADER = 12;
    static final int NSID = 3;
    static final int EXPIRE = 9;
    static final int ZONEVERSION = 19;

    private static final int QR = 0x8000;
    private static final int OPCODE = 0x7800;
    private static final int OPT = 41;
    private static final int OPT_FIXED = 11;
    private static final int LONGEST_LABEL = 63;

    private byte[] message = new byte[0];
    private int length;
    private int id;
    private int flags;
    private DomainName name = DomainName.ROOT;
    private int type;
    private int questionEnd;
    private boolean edns;
    private int ednsVersion;
    private int udpSize;
    private long options;

    /** Reads a message; the array stays the caller's. */
    Reading read(byte[] octets, int octetCount) {
        message = octets;
        length = octetCount;
        if (length < HEADER) {
            return Reading.IGNORE;
        }
        id = u16(0);
        flags = u16(2);
        questionEnd = HEADER;
        clearEdns();
        if ((flags & QR) != 0) {
            return Reading.IGNORE;
        }
        if ((flags & OPCODE) != 0) {
            return Reading.NOTIMP;
        }
        return u16(4) == 1 && readQuestion() && readEdns() ? Reading.ANSWER : Reading.FORMERR;
    }

    private void clearEdns() {
        edns = false;
        ednsVersion = 0;
        udpSize = 512;
        options = 0;
    }

    private boolean readQuestion() {
        int at = HEADER;
        while (at < length && message[at] != 0) {
            int label = message[at];
            if (label < 0 || label > LONGEST_LABEL) {
                return false;
            }
            at += label + 1;
        }
        if (at + 5 > length || at + 1 - HEADER > DomainName.MAX_WIRE_LENGTH) {
            return false;
        }
        byte[] wire = Arrays.copyOfRange(message, HEADER, at + 1);
        for (int i = 0; i < wire.length; i++) {
            wire[i] = DomainName.folded(wire[i]);
        }
        name = DomainName.ofFoldedWire(wire);
        type = u16(at + 1);
        questionEnd = at + 5;
        return true;
    }

    /** Reads an OPT record that stands directly behind the question; others are overlooked. */
    private boolean readEdns() {
        int at = questionEnd;
        if (u16(10) == 0 || u16(6) != 0 || u16(8) != 0 || at + OPT_FIXED > length) {
            return u16(10) == 0 || at >= length;
        }
        if (message[at] != 0 || u16(at + 1) != OPT) {
            return true;
        }
        edns = true;
        udpSize = Math.max(512, u16(at + 3));
        ednsVersion = message[at + 6] & 0xff;
        int end = at + OPT_FIXED + u16(at + 9);
        if (end > length) {
            return false;
        }
        return readOptions(at + OPT_FIXED, end);
    }

    private boolean readOptions(int from, int end) {
        int at = from;
        while (at + 4 <= end) {
            int code = u16(at);
            options |= code < Long.SIZE ? 1L << code : 0;
            at += 4 + u16(at + 2);
        }
        return at == end;
    }

    private int u16(int at) {
        return (message[at] & 0xff) << 8 | message[at + 1] & 0xff;
    }

    int id() {
        return id;
    }

    int flags() {
        return flags;
    }

    DomainName name() {
        return name;
    }

    int type() {
        return type;
    }

    /** Where the question ends in the message; the header's end where none could be read. */
    int questionEnd() {
        return questionEnd;
    }

    byte[] message() {
        return message;
    }

    boolean hasEdns() {
        return edns;
    }

    boolean hasOptions() {
        return options != 0;
    }

    int ednsVersion() {
        return ednsVersion;
    }

    int udpSize() {
        return udpSize;
    }

    boolean asksFor(int option) {
        return (options & 1L << option) != 0;
    }
}
