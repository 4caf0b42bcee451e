package org.zonedrift.wire;

import java.util.ArrayList;
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

    private final EdnsTable table = new EdnsTable();
    private byte @Nullable [] nsid;
    private Edns.@Nullable ZoneVersion zoneVersion;
    private long expireSeconds;
    private List<Integer> extendedErrors = List.of();

    /** The record whose options begin at the cursor and end before {@code end}. */
    Edns read(Cursor cursor, int udpSize, long ttl, int end) {
        nsid = null;
        zoneVersion = null;
        expireSeconds = -1;
        extendedErrors = List.of();
        while (cursor.at() < end && !cursor.isBroken()) {
            int code = cursor.u16();
            int length = cursor.u16();
            readOption(cursor, code, length, end);
        }
        int extendedRcode = (int) (ttl >>> 24) & 0xff;
        int version = (int) (ttl >>> 16) & 0xff;
        if (zoneVersion == null && expireSeconds < 0 && extendedErrors.isEmpty()) {
            return table.of(udpSize, version, extendedRcode, nsid);
        }
        return new Edns(udpSize, version, extendedRcode, nsid, zoneVersion, expireSeconds, List.copyOf(extendedErrors));
    }

    private void readOption(Cursor cursor, int code, int length, int end) {
        int behind = cursor.at() + length;
        if (cursor.isBroken() || behind > end) {
            cursor.fail();
            return;
        }
        switch (code) {
            case NSID -> nsid = cursor.copy(Math.min(length, NSID_LENGTH_MAX));
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
