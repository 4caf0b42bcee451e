package org.zonedrift.sim.gallery;

import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;

/** Zones with several operators, or several primaries. */
final class SourceExhibits {

    private static final long DATED = 2026110101L;
    private static final long UNIX = 1_793_400_000L;

    private SourceExhibits() {}

    static void hang(Hall hall) {
        twoPrimaries(hall);
        onePrimary(hall);
        hall.stage("multi-master")
                .wrong("each of two servers calls itself the primary, and they differ")
                .soa(s -> Soas.withMname(s, Hall.EXHIBIT.child("multi-master").child("ns1")))
                .serial(10)
                .server()
                .soa(s -> Soas.withMname(s, Hall.EXHIBIT.child("multi-master").child("ns2")))
                .serial(12)
                .server()
                .drift(Drift.UNCHANGED)
                .expect(Verdict.MISMATCH, Reason.ACROSS_SOURCES)
                .must("mname-differs", "mname-is-self")
                .end();
    }

    private static void twoPrimaries(Hall hall) {
        hall.stage("two-providers")
                .wrong("two providers, each its own primary: their serials never match")
                .serial(DATED)
                .primaryAt("a")
                .servers(2)
                .serial(UNIX)
                .primaryAt("b")
                .servers(2)
                .expect(Verdict.MISMATCH_SOURCES, Reason.NONE)
                .must("multi-operator", "multi-source", "scheme-mixed")
                .end();
        hall.stage("two-providers-one-stale")
                .wrong("two providers, each its own primary, and the servers of the second differ")
                .serial(DATED)
                .primaryAt("a")
                .servers(2)
                .serial(UNIX)
                .primaryAt("b")
                .server()
                .serial(UNIX - 3_600)
                .server()
                .drift(Drift.UNCHANGED)
                .expect(Verdict.MISMATCH, Reason.ACROSS_SOURCES_AND_WITHIN)
                .must("multi-source")
                .end();
        hall.stage("two-providers-in-step")
                .wrong("nothing: two providers, each its own primary, with the same serial")
                .serial(DATED)
                .primaryAt("a")
                .servers(2)
                .primaryAt("b")
                .servers(2)
                .must("multi-source")
                .end();
        hall.stage("left-behind")
                .wrong("a second operator still shows the SOA from before the change of primary")
                .serial(DATED)
                .primaryAt("a")
                .servers(2)
                .serial(2024030401L)
                .operator("b")
                .soa(s -> Soas.withSource(
                        s, Hall.BACKSTAGE.child("gone").child("primary"), Hall.BACKSTAGE.child("hostmaster")))
                .server()
                .expect(Verdict.MISMATCH_SOURCES, Reason.NONE)
                .must("multi-source", "source-change-suspected")
                .end();
    }

    private static void onePrimary(Hall hall) {
        hall.stage("secondary-elsewhere")
                .wrong("nothing: a second operator transfers the zone from the first")
                .primaryAt("a")
                .servers(2)
                .operator("b")
                .servers(2)
                .must("multi-operator")
                .mustNot("multi-source")
                .end();
        hall.stage("secondary-elsewhere-stale")
                .wrong("a second operator no longer transfers the zone from the first")
                .serial(2026110102L)
                .primaryAt("a")
                .servers(2)
                .operator("b")
                .serial(DATED)
                .servers(2)
                .mismatch(Drift.UNCHANGED)
                .must("multi-operator")
                .end();
        hall.stage("provider-dead")
                .wrong("all servers of the second operator are dead")
                .primaryAt("a")
                .servers(2)
                .operator("b")
                .server(Conduct.DEAD)
                .server(Conduct.DEAD)
                .expect(Verdict.CONSISTENT_PARTIAL, Reason.UNREACHABLE)
                .must("unreachable-server")
                .mustNot("lame-server")
                .end();
    }
}
