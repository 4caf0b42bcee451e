package org.zonedrift.probe;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.DomainName;

/** Asks a server for some RRsets at the apex and hashes what it says, TTLs and order aside. */
public final class DataQuery {

    private static final Manner MANNER = Manner.authoritative(Purpose.COMPARE);

    /** Enough of a SHA-256 to tell the data of two servers apart. */
    private static final int HASH_OCTETS = 16;

    private final int[] types;

    /** @param types the record types' numbers */
    public DataQuery(List<Integer> types) {
        this.types = types.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /**
     * The same observation, keeping the hash of its server's data; unchanged where the server leaves
     * any of the questions without an authoritative answer, for then there is nothing to compare.
     */
    public void complete(DomainName zone, Observation seen, DnsExchange exchange, Consumer<? super Observation> done) {
        new Visit(zone, seen, exchange, done).askNext();
    }

    /** The questions for one server, one after the other. */
    private final class Visit {

        private final DomainName zone;
        private final Observation seen;
        private final DnsExchange exchange;
        private final Consumer<? super Observation> done;
        private final List<byte[]> data = new ArrayList<>();

        Visit(DomainName zone, Observation seen, DnsExchange exchange, Consumer<? super Observation> done) {
            this.zone = zone;
            this.seen = seen;
            this.exchange = exchange;
            this.done = done;
        }

        void askNext() {
            if (data.size() == types.length) {
                byte[] reply = seen.kept() == null ? null : seen.kept().reply();
                done.accept(seen.keeping(new Observation.Kept(hash(data), reply)));
                return;
            }
            exchange.ask(new DnsQuestion(zone, types[data.size()], MANNER), seen.server(), this::hear);
        }

        private void hear(Answer answer) {
            if (answer instanceof Answer.Reply reply && isPlainAnswer(reply)) {
                data.add(rrset(zone, types[data.size()], reply.message().answers()));
                askNext();
            } else {
                done.accept(seen);
            }
        }
    }

    private static boolean isPlainAnswer(Answer.Reply reply) {
        return reply.message().isAuthoritative() && reply.message().rcode() == 0;
    }

    private static byte[] rrset(DomainName zone, int type, List<ResourceRecord> records) {
        List<byte[]> data = new ArrayList<>();
        for (ResourceRecord record : records) {
            if (record.type() == type && record.owner().equals(zone)) {
                data.add(octets(record));
            }
        }
        data.sort(Arrays::compareUnsigned);
        return joined(data);
    }

    private static byte[] octets(ResourceRecord record) {
        if (record instanceof ResourceRecord.Address address) {
            return address.octets();
        }
        if (record instanceof ResourceRecord.Pointer pointer) {
            return pointer.target().wire();
        }
        if (record instanceof ResourceRecord.Other other) {
            return other.data();
        }
        // A SOA is compared field by field elsewhere.
        return new byte[0];
    }

    /** Each part behind its length, so that no two lists of parts look the same. */
    private static byte[] joined(List<byte[]> parts) {
        ByteBuffer joined = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> part.length + Integer.BYTES).sum());
        parts.forEach(part -> joined.putInt(part.length).put(part));
        return joined.array();
    }

    private static String hash(List<byte[]> data) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(joined(data));
            return HexFormat.of().formatHex(digest, 0, HASH_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
