package org.zonedrift.exchange;

import java.util.List;
import java.util.Set;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.exchange.Answer.Reply;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.Edns;

/** Answers and messages with nothing in them but what a test is about. */
public final class Answers {

    public static final int AUTHORITATIVE_REPLY = 0x8400;
    public static final int TRUNCATED = 0x0200;

    private Answers() {}

    public static DnsMessage message(int flagsAndRcode) {
        return new DnsMessage(AUTHORITATIVE_REPLY | flagsAndRcode, List.of(), List.of(), List.of(), null, 40);
    }

    public static DnsMessage withEdns(int rcode) {
        Edns edns = new Edns(1232, 0, rcode >> 4, null, null, -1, List.of());
        return new DnsMessage(AUTHORITATIVE_REPLY | rcode & 0xf, List.of(), List.of(), List.of(), edns, 51);
    }

    public static Reply overUdp(int flagsAndRcode) {
        return new Reply(message(flagsAndRcode), new Course(1, 0, 0, 0, 1_000, 3_000, 2_000, 40, 44, Set.of()));
    }

    public static Reply overTcp(int rcode) {
        return new Reply(message(rcode), new Course(0, 1, 0, 0, 4_000, 9_000, 5_000, 42, 100, Set.of()));
    }

    /** Nothing came, whatever was tried. */
    public static NoReply timedOut(int tries) {
        return new NoReply(
                Silence.TIMED_OUT, new Course(tries, 0, tries - 1, tries, 1_000, -1, -1, 40 * tries, 0, Set.of()));
    }

    public static NoReply failed(Silence why) {
        return new NoReply(why, new Course(0, 1, 0, 0, 4_000, -1, -1, 42, 0, Set.of()));
    }
}
