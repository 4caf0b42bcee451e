package org.zonedrift.sim.resolver;

import io.netty.buffer.ByteBuf;
import org.zonedrift.zone.DomainName;

/** A question as a resolver reads it. Reused for the next; belongs to one thread. */
final class AskedQuestion {

    private static final int HEADER = 12;
    private static final int TYPE_AND_CLASS = 4;
    private static final int QR = 0x8000;
    private static final int RD = 0x0100;
    private static final int LONGEST_LABEL = 63;

    /** Room for one record, be it an SOA record with two long names, and for OPT. */
    private static final int RECORDS_MAX = 3 * DomainName.MAX_WIRE_LENGTH + 64;

    private byte[] octets = new byte[0];
    private DomainName name = DomainName.ROOT;
    private int id;
    private int flags;
    private int type;
    private int end;
    private boolean edns;

    /** Reads a message; false if it is no question that can be answered. */
    boolean read(ByteBuf message) {
        octets = new byte[message.readableBytes()];
        message.getBytes(message.readerIndex(), octets);
        if (octets.length < HEADER || (u16(2) & QR) != 0 || u16(4) != 1) {
            return false;
        }
        id = u16(0);
        flags = u16(2);
        edns = u16(10) > 0;
        return readName();
    }

    private boolean readName() {
        int at = HEADER;
        while (at < octets.length && octets[at] != 0) {
            if (octets[at] < 0 || octets[at] > LONGEST_LABEL) {
                return false;
            }
            at += octets[at] + 1;
        }
        int length = at + 1 - HEADER;
        if (length > DomainName.MAX_WIRE_LENGTH || at + 1 + TYPE_AND_CLASS > octets.length) {
            return false;
        }
        byte[] wire = new byte[length];
        System.arraycopy(octets, HEADER, wire, 0, length);
        name = DomainName.ofWire(wire);
        type = u16(at + 1);
        end = at + 1 + TYPE_AND_CLASS;
        return true;
    }

    private int u16(int at) {
        return (octets[at] & 0xff) << Byte.SIZE | octets[at + 1] & 0xff;
    }

    DomainName name() {
        return name;
    }

    int type() {
        return type;
    }

    int id() {
        return id;
    }

    boolean desiresRecursion() {
        return (flags & RD) != 0;
    }

    boolean hasEdns() {
        return edns;
    }

    /** Octets that a reply can need. */
    int replyMax() {
        return end + RECORDS_MAX;
    }

    /** Writes the question as it was asked. */
    void copyTo(ByteBuf reply) {
        reply.writeBytes(octets, HEADER, end - HEADER);
    }
}
