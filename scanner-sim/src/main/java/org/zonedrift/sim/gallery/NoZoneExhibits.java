package org.zonedrift.sim.gallery;

import java.util.Set;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.SimulatedZone.Alias;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;

/** Names that are no zones, and zones whose parents cannot be asked. */
final class NoZoneExhibits {

    private static final int CNAME = 5;
    private static final int DNAME = 39;

    private NoZoneExhibits() {}

    static void hang(Hall hall) {
        name(hall, "nobody", "nobody has registered this name", Verdict.NXDOMAIN, Reason.PARENT);
        name(
                hall,
                "just-a-host",
                "a name with an address inside its parent zone",
                Verdict.NOT_A_ZONE,
                Reason.INSIDE_ZONE);
        hall.host(Hall.EXHIBIT.child("just-a-host"), hall.place(200, 1));
        name(hall, "alias", "an alias in its parent zone", Verdict.NOT_A_ZONE, Reason.CNAME);
        DomainName alias = Hall.EXHIBIT.child("alias");
        hall.alias(alias, new Alias(alias, CNAME, Hall.EXHIBIT.child("just-a-host")));
        DomainName renamed = Hall.EXHIBIT.child("renamed");
        DomainName below = renamed.child("www");
        hall.emptyName(renamed);
        hall.alias(below, new Alias(renamed, DNAME, Hall.BACKSTAGE));
        show(hall, below, "a name below one that DNAME sends elsewhere", Verdict.NOT_A_ZONE, Reason.DNAME);
        show(
                hall,
                Hall.EXHIBIT.child("cycle-b").child("zone"),
                "its parent's servers can be found only by way of themselves",
                Verdict.DELEGATION_UNKNOWN,
                Reason.LOOP);
        orphan(hall, "dead-parent", "the parent's servers do not answer", Conduct.DEAD, Reason.PARENT_UNREACHABLE);
        orphan(hall, "lame-parent", "the parent's servers refuse", Conduct.REFUSED, Reason.PARENT_LAME);
    }

    private static void name(Hall hall, String label, String wrong, Verdict verdict, Reason reason) {
        show(hall, Hall.EXHIBIT.child(label), wrong, verdict, reason);
    }

    private static void show(Hall hall, DomainName name, String wrong, Verdict verdict, Reason reason) {
        hall.open(wrong, new Truth(name, verdict, verdict, reason, Drift.NONE, Set.of(), Set.of()), Look.USUAL);
    }

    private static void orphan(Hall hall, String label, String wrong, Conduct conduct, Reason reason) {
        hall.stage(label)
                .wrong(wrong)
                .server(conduct)
                .server(conduct)
                .target(Hall.EXHIBIT.child(label).child("zone"))
                .expect(Verdict.DELEGATION_UNKNOWN, reason)
                .end();
    }
}
