package org.zonedrift.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.zonedrift.zone.DomainName;

/** Records written in any of the ways that RFC 1035 allows, read by dnsjava one piece at a time. */
final class OddRecords {

    /** What one $GENERATE may bring; registries do not use it, and it must not fill the memory. */
    private static final int RECORDS_MAX = 1 << 16;

    private final ArrayDeque<Record> waiting = new ArrayDeque<>();
    private long line;

    /** Reads a piece of a zone file; the answer says what is wrong with it, or is null. */
    @Nullable
    String read(String text, NameBuffer origin, NameBuffer lastOwner, long ttl, long startLine) {
        line = startLine;
        boolean isIndented = Character.isWhitespace(text.charAt(0));
        if (isIndented && lastOwner.isEmpty()) {
            return "no owner stands before this line";
        }
        String whole = isIndented ? lastOwner.toName() + ". " + text : text;
        byte[] octets = whole.getBytes(StandardCharsets.ISO_8859_1);
        Name base = origin.isEmpty() ? Name.root : name(origin);
        try (Master master = new Master(new ByteArrayInputStream(octets), base, ttl)) {
            master.disableIncludes();
            for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
                waiting.add(next);
                if (waiting.size() > RECORDS_MAX) {
                    waiting.clear();
                    return "more than " + RECORDS_MAX + " records";
                }
            }
            return null;
        } catch (IOException | RuntimeException e) {
            // dnsjava reports some damage by unchecked exceptions; either way the piece is unreadable.
            waiting.clear();
            return String.valueOf(e.getMessage());
        }
    }

    private static Name name(NameBuffer buffer) {
        try {
            return new Name(buffer.octets());
        } catch (IOException e) {
            return Name.root;
        }
    }

    /** Fills in the next of the records that were read; false when there is none left. */
    boolean next(MasterRecord record) {
        Record next = waiting.poll();
        if (next == null) {
            return false;
        }
        MasterRecord.Type type = next.getDClass() == DClass.IN ? type(next) : MasterRecord.Type.OTHER;
        record.begin(type, next.getTTL(), line);
        record.owner().set(DomainName.ofWire(next.getName().toWireCanonical()));
        if (next instanceof NSRecord ns) {
            record.target().set(DomainName.ofWire(ns.getTarget().toWireCanonical()));
        } else if (next instanceof ARecord a) {
            record.setAddress(octets(a.getAddress()));
        } else if (next instanceof AAAARecord aaaa) {
            record.setAddress(aaaa.rdataToWireCanonical());
        } else if (next instanceof SOARecord soa) {
            record.setSerial(soa.getSerial());
        }
        return true;
    }

    private static byte[] octets(InetAddress address) {
        return address.getAddress();
    }

    private static MasterRecord.Type type(Record record) {
        if (record instanceof NSRecord) {
            return MasterRecord.Type.NS;
        }
        if (record instanceof ARecord) {
            return MasterRecord.Type.A;
        }
        if (record instanceof AAAARecord) {
            return MasterRecord.Type.AAAA;
        }
        return record instanceof SOARecord ? MasterRecord.Type.SOA : MasterRecord.Type.OTHER;
    }
}
