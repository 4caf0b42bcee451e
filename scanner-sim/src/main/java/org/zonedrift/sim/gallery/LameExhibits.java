package org.zonedrift.sim.gallery;

import org.zonedrift.sim.world.Conduct;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;

/** Zones of which some servers, or all, answer and do not speak for the zone, or do not answer. */
final class LameExhibits {

    private LameExhibits() {}

    static void hang(Hall hall) {
        second(hall, "refused", "ns2 refuses", Conduct.REFUSED);
        second(hall, "refused-tersely", "ns2 refuses without repeating the question", Conduct.REFUSED_TERSELY);
        second(hall, "servfail", "ns2 says SERVFAIL: an expired secondary, as a rule", Conduct.SERVFAIL);
        second(hall, "denied", "ns2 says that the zone does not exist", Conduct.NXDOMAIN);
        second(hall, "notauth", "ns2 says NOTAUTH", Conduct.NOTAUTH);
        second(hall, "notimp", "ns2 says NOTIMP, with and without EDNS", Conduct.NOTIMP);
        second(hall, "formerr", "ns2 says FORMERR, with and without EDNS", Conduct.FORMERR);
        second(hall, "yxdomain", "ns2 says YXDOMAIN, which nobody says", Conduct.YXDOMAIN);
        second(hall, "upward-referral", "ns2 refers to the root", Conduct.UPWARD_REFERRAL, "upward-referral");
        second(hall, "self-referral", "ns2 refers to the zone's servers, itself among them", Conduct.SELF_REFERRAL);
        second(hall, "side-referral", "ns2 refers to another zone", Conduct.SIDE_REFERRAL);
        second(
                hall,
                "not-authoritative",
                "ns2 has the zone without authority",
                Conduct.NON_AUTHORITATIVE,
                "non-authoritative");
        second(hall, "resolver", "ns2 is a resolver", Conduct.RECURSIVE, "non-authoritative", "recursion-available");
        second(
                hall,
                "soa-in-authority",
                "ns2 denies the SOA record and shows it in AUTHORITY",
                Conduct.SOA_IN_AUTHORITY,
                "soa-in-authority");
        second(hall, "parent-only", "ns2 has only the parent zone", Conduct.SOA_OF_PARENT, "soa-of-ancestor");
        second(hall, "empty", "ns2 says nothing, politely", Conduct.EMPTY, "empty-answer");
        second(hall, "wrong-owner", "ns2 shows the SOA record of another name", Conduct.WRONG_OWNER);
        second(hall, "two-soas", "ns2 shows two different SOA records", Conduct.TWO_SOAS);
        second(hall, "cut-header", "ns2 answers with twelve octets", Conduct.CUT_HEADER);
        second(hall, "pointer-loop", "ns2 compresses a name with a pointer to itself", Conduct.POINTER_LOOP);
        second(hall, "overrun", "ns2 announces more data than it sends", Conduct.LENGTH_OVERRUN);
        second(hall, "two-questions", "ns2 repeats the question twice", Conduct.TWO_QUESTIONS);
        wholes(hall);
        parts(hall);
    }

    private static void second(Hall hall, String label, String wrong, Conduct conduct, String... flags) {
        hall.stage(label)
                .wrong(wrong)
                .server()
                .server(conduct)
                .expect(Verdict.ONE_ANSWER, Reason.OTHERS_FAILED)
                .must("lame-server")
                .must(flags)
                .mustNot("unreachable-server")
                .end();
    }

    private static void wholes(Hall hall) {
        whole(hall, "all-refuse", "no server speaks for the zone", Reason.ALL_LAME, Conduct.REFUSED, Conduct.REFUSED);
        whole(hall, "all-dead", "no server answers", Reason.ALL_UNREACHABLE, Conduct.DEAD, Conduct.DEAD);
        whole(
                hall,
                "refused-and-dead",
                "one server refuses, the other is dead",
                Reason.MIXED,
                Conduct.REFUSED,
                Conduct.DEAD);
        whole(hall, "cname-at-apex", "the zone's apex is an alias", Reason.CNAME_AT_APEX, Conduct.CNAME, Conduct.CNAME);
    }

    private static void whole(Hall hall, String label, String wrong, Reason reason, Conduct first, Conduct second) {
        hall.stage(label)
                .wrong(wrong)
                .server(first)
                .server(second)
                .expect(Verdict.UNSERVED, reason)
                .end();
    }

    private static void parts(Hall hall) {
        part(hall, "one-dead-of-three", "ns3 is dead", Reason.UNREACHABLE, Conduct.DEAD);
        part(hall, "one-absent-of-three", "nobody listens at the address of ns3", Reason.UNREACHABLE, Conduct.ABSENT);
        part(hall, "one-lame-of-three", "ns3 refuses", Reason.LAME, Conduct.REFUSED);
        hall.stage("one-lame-one-dead-of-four")
                .wrong("ns3 refuses, and ns4 is dead")
                .servers(2)
                .server(Conduct.REFUSED)
                .server(Conduct.DEAD)
                .expect(Verdict.CONSISTENT_PARTIAL, Reason.MIXED)
                .must("lame-server", "unreachable-server")
                .end();
        hall.stage("one-dead-of-two")
                .wrong("ns2 is dead")
                .server()
                .server(Conduct.DEAD)
                .expect(Verdict.ONE_ANSWER, Reason.OTHERS_FAILED)
                .must("unreachable-server")
                .mustNot("lame-server")
                .end();
    }

    private static void part(Hall hall, String label, String wrong, Reason reason, Conduct third) {
        hall.stage(label)
                .wrong(wrong)
                .servers(2)
                .server(third)
                .expect(Verdict.CONSISTENT_PARTIAL, reason)
                .end();
    }
}
