package org.zonedrift.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the OPT record (RFC 6891) and the options that the scanner knows. */
final class OptReader {

    /** Info codes kept of one reply; one or two are usual. */
    static final int EXTENDED_ERRORS_MAX = 8;

    /** Octets kept of an NSID; real ones are host names or short tokens. */
    static final int NSID_LENGTH_MAX = 512;

    private static final int NSID = 3;
    private static final int EXPIRE = 9;
    private static final int EXTENDED_ERROR = 15;
    private static final int ZONEVERSION = 19;

    private static final int EXPIRE_LENGTH = 4;
    private static final int SOA_SERIAL_LENGTH = 6;
    private static final int SOA_SERIAL = 0;

    private static final int ABSENT = -1;

    private final EdnsTable table = new EdnsTable();
    private int nsidFrom;
    private int nsidTo;
    private Edns.@Nullable ZoneVersion zoneVersion;
    private long expireSeconds;
    private List<Integer> extendedErrors = List.of();

    /** The record whose options begin at the cursor and end before {@code end}. */
    Edns read(Cursor cursor, int udpSize, long ttl, int end) {
        nsidFrom = ABSENT;
        nsidTo = ABSENT;
        zoneVersion = null;
        expireSeconds = -1;
        extendedErrors = List.of();
        while (cursor.at() < end && !cursor.isBroken()) {
            int code = cursor.u16();
            int length = cursor.u16();
            readOption(cursor, code, length, end);
        }
        // Extended rcode and version are the upper half of the TTL (RFC 6891 §6.1.3).
        int rcodeAndVersion = (int) (ttl >>> 16) & 0xffff;
        if (zoneVersion == null && expireSeconds < 0 && extendedErrors.isEmpty()) {
            return table.of(udpSize, rcodeAndVersion, cursor.octets(), nsidFrom, nsidTo);
        }
        return new Edns(
                udpSize,
                rcodeAndVersion & 0xff,
                rcodeAndVersion >>> 8,
                nsidFrom < 0 ? null : Arrays.copyOfRange(cursor.octets(), nsidFrom, nsidTo),
                zoneVersion,
                expireSeconds,
                List.copyOf(extendedErrors));
    }

    private void readOption(Cursor cursor, int code, int length, int end) {
        int behind = cursor.at() + length;
        if (cursor.isBroken() || behind > end) {
            cursor.fail();
            return;
        }
        switch (code) {
            case NSID -> {
                nsidFrom = cursor.at();
                nsidTo = nsidFrom + Math.min(length, NSID_LENGTH_MAX);
            }
            case EXPIRE -> expireSeconds = length == EXPIRE_LENGTH ? cursor.u32() : -1;
            case ZONEVERSION -> readZoneVersion(cursor, length);
            case EXTENDED_ERROR -> readExtendedError(cursor, length);
            default -> {}
        }
        cursor.moveTo(behind);
    }

    private void readZoneVersion(Cursor cursor, int length) {
        if (length != SOA_SERIAL_LENGTH) {
            return;
        }
        int labelCount = cursor.u8();
        if (cursor.u8() == SOA_SERIAL) {
            zoneVersion = new Edns.ZoneVersion(labelCount, cursor.u32());
        }
    }

    private void readExtendedError(Cursor cursor, int length) {
        if (length < 2 || extendedErrors.size() == EXTENDED_ERRORS_MAX) {
            return;
        }
        if (extendedErrors.isEmpty()) {
            extendedErrors = new ArrayList<>(2);
        }
        extendedErrors.add(cursor.u16());
    }
}
