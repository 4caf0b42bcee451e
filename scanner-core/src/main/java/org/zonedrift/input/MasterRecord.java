package org.zonedrift.input;

import java.util.Arrays;

/**
 * The record of a zone file that was read last, of the few types that a scan wants; valid until
 * the next one is read.
 */
final class MasterRecord {

    /** The types that matter here; all others are passed over. */
    enum Type {
        NS,
        A,
        AAAA,
        SOA,
        OTHER
    }

    private final NameBuffer owner = new NameBuffer();
    private final NameBuffer target = new NameBuffer();
    private byte[] address = new byte[0];
    private Type type = Type.OTHER;
    private long ttl;
    private long serial;
    private long line;

    NameBuffer owner() {
        return owner;
    }

    /** The name server of an NS record. */
    NameBuffer target() {
        return target;
    }

    /** The address of an A or AAAA record. */
    byte[] address() {
        return address;
    }

    Type type() {
        return type;
    }

    long ttl() {
        return ttl;
    }

    /** The serial of an SOA record. */
    long serial() {
        return serial;
    }

    /** The line on which the record begins, from 1. */
    long line() {
        return line;
    }

    void begin(Type newType, long newTtl, long newLine) {
        type = newType;
        ttl = newTtl;
        line = newLine;
    }

    void setAddress(byte[] octets) {
        address = octets;
    }

    void setSerial(long value) {
        serial = value;
    }

    @Override
    public String toString() {
        return owner.toName() + " " + type + " " + (type == Type.NS ? target.toName() : Arrays.toString(address));
    }
}
