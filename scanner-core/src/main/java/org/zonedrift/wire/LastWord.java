package org.zonedrift.wire;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.ResourceRecord.Soa;
import org.zonedrift.zone.DomainName;

/**
 * What was said last of the SOA record of one zone, and in which octets: of a server that repeats it,
 * only what is behind the answer must be read. Used again for the next zone in its place.
 */
final class LastWord {

    /** The id, which is another one in each message. */
    private static final int ID_LENGTH = 2;

    private Soa soa;
    private @Nullable DnsMessage message;

    /** The question to which the octets are the reply; null where there are none. */
    private @Nullable DomainName asked;

    private int type;

    /** A reply up to the end of its answer; more room than it needs, for the next one. */
    private byte[] octets = new byte[0];

    private int end;

    LastWord(Soa soa) {
        this.soa = soa;
    }

    Soa soa() {
        return soa;
    }

    /** Where the answer ends in messages that repeat the octets. */
    int end() {
        return end;
    }

    /** Somebody says something else, or something of another zone. */
    void become(Soa other) {
        soa = other;
        message = null;
        asked = null;
    }

    /** Keeps the octets that say it, which are the reply to this question. */
    void keep(DomainName name, int questionType, Cursor reply, int endOfAnswer) {
        asked = name;
        type = questionType;
        end = endOfAnswer;
        if (octets.length < end) {
            octets = new byte[end];
        }
        System.arraycopy(reply.octets(), 0, octets, 0, end);
    }

    /** Whether the reply to this question, up to the end of its answer, is the one that was kept. */
    boolean isRepeated(DomainName name, int questionType, Cursor reply) {
        return name.equals(asked)
                && questionType == type
                && reply.end() >= end
                && Arrays.equals(octets, ID_LENGTH, end, reply.octets(), ID_LENGTH, end);
    }

    /** The reply that says it and nothing else, with these flags and of this size. */
    DnsMessage message(int flags, @Nullable Edns edns, int size) {
        DnsMessage there = message;
        if (there != null && there.flags() == flags && there.size() == size && there.edns() == edns) {
            return there;
        }
        DnsMessage fresh = new DnsMessage(flags, List.of(soa), List.of(), List.of(), edns, size);
        message = fresh;
        return fresh;
    }
}
