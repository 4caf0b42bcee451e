package org.zonedrift.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.ResourceRecord.Soa;

/**
 * The replies of late that hold a SOA record and nothing else, which is what most servers say: those
 * that say the same of a zone are one object. Confined to its lane.
 */
final class MessageTable {

    /** As many as zones are usually in flight; some 60 octets each without the record. A power of two. */
    private static final int PLACES = 1 << 12;

    private final @Nullable DnsMessage[] known = new DnsMessage[PLACES];

    /** The reply with these flags and of this size. */
    DnsMessage of(int flags, Soa answer, @Nullable Edns edns, int size) {
        int place = answer.owner().hashCode() & PLACES - 1;
        DnsMessage there = known[place];
        if (there != null
                && there.flags() == flags
                && there.size() == size
                && there.edns() == edns
                && there.answers().get(0) == answer) {
            return there;
        }
        DnsMessage fresh = new DnsMessage(flags, List.of(answer), List.of(), List.of(), edns, size);
        known[place] = fresh;
        return fresh;
    }
}
