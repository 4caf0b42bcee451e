package org.zonedrift.sim.gallery;

import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;

/** Zones whose servers are odd on the way, not in what they say. */
final class TransportExhibits {

    private TransportExhibits() {}

    static void hang(Hall hall) {
        odd(hall, "tcp-only", "ns2 truncates everything over UDP", Conduct.TRUNCATES, "truncated-soa");
        odd(hall, "rate-limited", "ns2 slips: empty truncated replies over UDP", Conduct.SLIPS, "rrl-slip-suspected");
        odd(
                hall,
                "no-edns",
                "ns2 says FORMERR to EDNS and knows nothing of it",
                Conduct.FORMERR_ON_EDNS,
                "edns-unsupported");
        odd(hall, "no-options", "ns2 says FORMERR to EDNS options", Conduct.FORMERR_ON_OPTIONS, "edns-broken");
        odd(hall, "badvers", "ns2 says BADVERS to EDNS version 0", Conduct.BADVERS_ON_EDNS, "edns-broken");
        odd(hall, "notimp-on-edns", "ns2 says NOTIMP to EDNS", Conduct.NOTIMP_ON_EDNS, "edns-broken");
        odd(hall, "drops-options", "ns2 does not answer a question with EDNS options", Conduct.DROPS_OPTIONS);
        odd(
                hall,
                "forged-first",
                "somebody answers for ns2 first, with a wrong id",
                Conduct.FORGED_FIRST,
                "spoof-suspects");
        odd(hall, "three-times", "ns2 says everything three times", Conduct.THREE_TIMES);
        odd(hall, "slow", "ns2 takes a second to answer", Conduct.SLOW);
        odd(hall, "same-soa-twice", "ns2 shows one SOA record twice", Conduct.SAME_SOA_TWICE);
        odd(
                hall,
                "other-zoneversion",
                "the ZONEVERSION option of ns2 is ahead of its SOA record",
                Conduct.OTHER_ZONEVERSION);
        lost(
                hall,
                "tcp-refused",
                "ns2 truncates over UDP and serves no TCP",
                Conduct.TRUNCATES_WITHOUT_TCP,
                "tcp-failed");
        lost(hall, "wrong-id", "ns2 answers with a wrong id", Conduct.WRONG_ID, "spoof-suspects");
        lost(hall, "wrong-source", "ns2 answers from another address", Conduct.WRONG_SOURCE);
        lost(hall, "wrong-question", "ns2 answers a question that nobody asked", Conduct.WRONG_QUESTION);
        families(hall);
    }

    private static void odd(Hall hall, String label, String wrong, Conduct second, String... flags) {
        hall.stage(label).wrong(wrong).server().server(second).must(flags).end();
    }

    /** A third server stands where the second's replies come from if they come from elsewhere. */
    private static void lost(Hall hall, String label, String wrong, Conduct second, String... flags) {
        hall.stage(label)
                .wrong(wrong)
                .server()
                .server(second)
                .server()
                .server()
                .expect(Verdict.CONSISTENT_PARTIAL, Reason.UNREACHABLE)
                .must("unreachable-server")
                .must(flags)
                .mustNot("lame-server")
                .end();
    }

    private static void families(Hall hall) {
        hall.stage("two-families")
                .wrong("nothing: two servers with two addresses each")
                .dualServer()
                .dualServer()
                .end();
        hall.stage("families-disagree")
                .wrong("ns2 has one version over IPv4 and another over IPv6")
                .serial(11)
                .dualServer()
                .server()
                .serial(10)
                .sameOverIpv6()
                .mismatch(Drift.UNCHANGED)
                .must("ipv4-ipv6-disagree")
                .end();
        Staging crowd = hall.stage("thirteen").wrong("nothing: thirteen servers, as many as the root has");
        crowd.servers(13)
                .must("nsid-present", "single-operator", "single-prefix")
                .mustNot("ns-count-capped")
                .end();
    }
}
