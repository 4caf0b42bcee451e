package org.zonedrift.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/** Reads the data of one record by its type; data that does not fill its length is broken. */
final class RecordReader {

    static final int OPT = 41;

    private static final int A = 1;
    private static final int NS = 2;
    private static final int CNAME = 5;
    private static final int SOA = 6;
    private static final int MX = 15;
    private static final int AAAA = 28;
    private static final int DNAME = 39;

    private static final int A_LENGTH = 4;
    private static final int AAAA_LENGTH = 16;
    private static final int PREFERENCE_LENGTH = 2;

    private final NameReader names;
    private final SoaReader soas;

    RecordReader(NameReader names, LastWords known) {
        this.names = names;
        this.soas = new SoaReader(names, known);
    }

    static boolean isAddress(int type) {
        return type == A || type == AAAA;
    }

    /** The record whose data begins at the cursor and ends before {@code end}; null if broken. */
    @Nullable
    ResourceRecord read(Cursor cursor, DomainName owner, int type, long rawTtl, int end) {
        // RFC 2181 §8: a value with the top bit set is to be treated as zero.
        long ttl = rawTtl > Integer.MAX_VALUE ? 0 : rawTtl;
        ResourceRecord record = switch (type) {
            case SOA -> soas.read(cursor, owner, ttl);
            case NS, CNAME, DNAME -> new ResourceRecord.Pointer(owner, type, ttl, names.read(cursor));
            case A -> new ResourceRecord.Address(owner, type, ttl, cursor.copy(A_LENGTH));
            case AAAA -> new ResourceRecord.Address(owner, type, ttl, cursor.copy(AAAA_LENGTH));
            case MX -> new ResourceRecord.Other(owner, type, ttl, mx(cursor));
            default -> new ResourceRecord.Other(owner, type, ttl, cursor.copy(end - cursor.at()));
        };
        if (cursor.isBroken() || cursor.at() != end) {
            cursor.fail();
            return null;
        }
        return record;
    }

    private byte[] mx(Cursor cursor) {
        int preference = cursor.u16();
        byte[] exchange = names.read(cursor).wire();
        byte[] data = Arrays.copyOf(
                new byte[] {(byte) (preference >>> 8), (byte) preference}, PREFERENCE_LENGTH + exchange.length);
        System.arraycopy(exchange, 0, data, PREFERENCE_LENGTH, exchange.length);
        return data;
    }
}
