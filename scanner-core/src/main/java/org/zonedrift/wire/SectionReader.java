package org.zonedrift.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.ResourceRecord.Soa;
import org.zonedrift.zone.DomainName;

/** Reads the records of one section; its scratch is used again for the next message. */
final class SectionReader {

    /**
     * Records kept of one section. A message of 64 KiB has room for five times as many; nobody who
     * needs them is well.
     */
    static final int RECORDS_MAX = 1024;

    /** Which records of a section are worth keeping. */
    enum Kept {
        ALL,
        /** Of the additional section, only glue and OPT are ever used. */
        ADDRESSES
    }

    private static final int CLASS_IN = 1;
    private static final int USUAL_RECORDS = 64;

    private final NameReader names;
    private final RecordReader data;
    private final OptReader opt = new OptReader();
    private final Kept kept;

    private @Nullable ResourceRecord[] records = new ResourceRecord[USUAL_RECORDS];
    private int count;
    private @Nullable Edns edns;

    SectionReader(NameReader names, LastWords known, Kept kept) {
        this.names = names;
        this.data = new RecordReader(names, known);
        this.kept = kept;
    }

    private void forget() {
        Arrays.fill(records, 0, count, null);
        count = 0;
        edns = null;
    }

    /** Takes this for the only record, which somebody has read before. */
    void repeat(Soa only) {
        forget();
        records[count++] = only;
    }

    /** Reads so many records; what cannot be read breaks the cursor. */
    void read(Cursor cursor, int wanted) {
        forget();
        for (int i = 0; i < wanted && !cursor.isBroken(); i++) {
            readRecord(cursor);
        }
    }

    private void readRecord(Cursor cursor) {
        DomainName owner = names.read(cursor);
        int type = cursor.u16();
        int dnsClass = cursor.u16();
        long ttl = cursor.u32();
        int length = cursor.u16();
        int end = cursor.at() + length;
        if (cursor.isBroken() || end > cursor.end()) {
            cursor.fail();
        } else if (type == RecordReader.OPT) {
            readOpt(cursor, dnsClass, ttl, end);
        } else if (dnsClass == CLASS_IN && isWorthKeeping(type)) {
            keep(data.read(cursor, owner, type, ttl, end));
        } else {
            cursor.moveTo(end);
        }
    }

    private boolean isWorthKeeping(int type) {
        return kept == Kept.ALL || RecordReader.isAddress(type);
    }

    private void readOpt(Cursor cursor, int udpSize, long ttl, int end) {
        Edns read = opt.read(cursor, udpSize, ttl, end);
        // The first counts; RFC 6891 forbids a second.
        if (edns == null) {
            edns = read;
        }
    }

    private void keep(@Nullable ResourceRecord record) {
        if (record == null || count == RECORDS_MAX) {
            return;
        }
        if (count == records.length) {
            records = Arrays.copyOf(records, RECORDS_MAX);
        }
        records[count++] = record;
    }

    @Nullable
    Edns edns() {
        return edns;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The section's only record, if that is a SOA record; else null. */
    @Nullable
    Soa onlySoa() {
        return count == 1 && at(0) instanceof Soa soa ? soa : null;
    }

    List<ResourceRecord> records() {
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(at(0));
            case 2 -> List.of(at(0), at(1));
            default -> Collections.unmodifiableList(Arrays.asList(copy()));
        };
    }

    private ResourceRecord at(int index) {
        ResourceRecord record = records[index];
        if (record == null) {
            throw new IllegalStateException("a record is missing at " + index);
        }
        return record;
    }

    private ResourceRecord[] copy() {
        ResourceRecord[] copy = new ResourceRecord[count];
        for (int i = 0; i < count; i++) {
            copy[i] = at(i);
        }
        return copy;
    }
}
