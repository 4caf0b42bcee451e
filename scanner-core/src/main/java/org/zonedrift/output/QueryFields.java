package org.zonedrift.output;

import org.zonedrift.verdict.Traffic;

/** {@code queries}: what this name cost, shared look-ups excluded. */
final class QueryFields {

    static final Section SECTION = new Section("queries");

    static final Key UDP = SECTION.whole("udp", "datagrams sent");
    static final Key TCP = SECTION.whole("tcp", "questions sent over TCP");
    static final Key RETRIES = SECTION.whole("retries", "how many of these were repetitions");
    static final Key BYTES_OUT = SECTION.whole("bytes_out", "octets of DNS messages sent");
    static final Key BYTES_IN = SECTION.whole("bytes_in", "octets of DNS messages received");

    static {
        SECTION.require(UDP, TCP, RETRIES, BYTES_OUT, BYTES_IN);
    }

    private QueryFields() {}

    static void write(ObjectWriter out, Key key, Traffic traffic) {
        writeCost(out, key, traffic);
        out.number(BYTES_OUT, traffic.bytesOut());
        out.number(BYTES_IN, traffic.bytesIn());
        out.end();
    }

    private static void writeCost(ObjectWriter out, Key key, Traffic traffic) {
        long cost = cost(traffic);
        Phrases known = out.repetitions().costs();
        if (out.repeats(known, cost)) {
            return;
        }
        int mark = out.mark();
        out.begin(key);
        out.number(UDP, traffic.udp());
        out.number(TCP, traffic.tcp());
        out.number(RETRIES, traffic.retries());
        out.keep(known, cost, mark);
    }

    /** A number for what a zone cost that took datagrams alone, and none twice. */
    private static long cost(Traffic traffic) {
        return traffic.tcp() == 0 && traffic.retries() == 0 ? traffic.udp() : Phrases.NONE;
    }
}
