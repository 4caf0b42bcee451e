package org.zonedrift.sim.gallery;

import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Course;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.zone.DomainName;

/** Zones whose serials differ, or say something by themselves. */
final class SerialExhibits {

    private SerialExhibits() {}

    static void hang(Hall hall) {
        pair(hall, "stale-secondary", "ns2 has the version of the day before", 2024010201L, 2024010101L);
        pair(hall, "same-day", "ns2 misses the second change of a day", 2024010102L, 2024010101L);
        pair(hall, "unix-behind", "ns2 is an hour behind, by Unix time", 1741478400L, 1741474800L);
        pair(hall, "counter-behind", "ns2 is two versions behind, by a counter", 7, 5);
        pair(hall, "date8-behind", "ns2 is a day behind, by a date without number", 20240102L, 20240101L);
        pair(hall, "minutes-behind", "ns2 is an hour behind, by YYMMDDhhmm", 2610101300L, 2610101200L);
        pair(hall, "opaque-behind", "ns2 is behind, by a serial that tells no time", 2783642647L, 2783642600L);
        pair(hall, "wrapped", "the newer serial, 3, is the smaller number", 3, 4294967295L);
        hall.stage("half-circle")
                .wrong("serials exactly half the circle apart: neither is newer")
                .serial(2147483648L)
                .server()
                .serial(0)
                .server()
                .mismatch(Drift.UNKNOWN)
                .must("serial-order-undefined")
                .end();
        pair(hall, "just-below-half", "one less than half the circle apart: 2147483647 is newer", 2147483647L, 0);
        pair(hall, "just-above-half", "one more than half the circle apart: 0 is newer", 0, 2147483649L);
        hall.stage("cyclic-triple")
                .wrong("three serials of which each is newer than the one before, all around")
                .serial(0)
                .server()
                .serial(1_500_000_000L)
                .server()
                .serial(3_000_000_000L)
                .server()
                .mismatch(Drift.UNKNOWN)
                .must("serial-order-cyclic")
                .end();
        hall.stage("large-jump")
                .wrong("more than 2^30 lies between the serials: somebody changed the scheme")
                .serial(2026110101L)
                .server()
                .serial(7)
                .server()
                .mismatch(Drift.UNCHANGED)
                .must("serial-jump-large")
                .end();
        primaries(hall);
        sayings(hall);
    }

    private static void pair(Hall hall, String label, String wrong, long newest, long behind) {
        hall.stage(label)
                .wrong(wrong)
                .serial(newest)
                .server()
                .serial(behind)
                .server()
                .mismatch(Drift.UNCHANGED)
                .end();
    }

    private static void primaries(Hall hall) {
        DomainName hidden = Hall.EXHIBIT.child("hidden-primary").child("primary");
        hall.stage("hidden-primary")
                .wrong("nothing: the primary stands in no NS set, and all servers follow it")
                .soa(s -> Soas.withMname(s, hidden))
                .servers(2)
                .hidden("primary", Conduct.HONEST)
                .must("mname-not-in-ns")
                .mustNot("all-behind-mname")
                .end();
        DomainName ahead = Hall.EXHIBIT.child("hidden-primary-ahead").child("primary");
        hall.stage("hidden-primary-ahead")
                .wrong("the hidden primary has a change that no server has picked up")
                .soa(s -> Soas.withMname(s, ahead))
                .servers(2)
                .serial(2026110102L)
                .hidden("primary", Conduct.HONEST)
                .drift(Drift.UNCHANGED)
                .must("all-behind-mname", "mname-not-in-ns")
                .end();
        hall.stage("mname-behind")
                .wrong("the primary is older than its secondary: somebody put an old version back")
                .serial(2024010101L)
                .server()
                .serial(2024010201L)
                .server()
                .mismatch(Drift.UNCHANGED)
                .must("mname-behind")
                .end();
        DomainName gone = Hall.EXHIBIT.child("primary-unreachable").child("primary");
        hall.stage("primary-unreachable")
                .wrong("two of five servers are behind, and the primary does not answer")
                .soa(s -> Soas.withMname(s, gone))
                .serial(2024010201L)
                .servers(3)
                .serial(2024010101L)
                .servers(2)
                .hidden("primary", Conduct.DEAD)
                .mismatch(Drift.UNCHANGED)
                .must("mname-not-in-ns", "mname-unreachable")
                .end();
    }

    private static void sayings(Hall hall) {
        hall.stage("clock-serial")
                .wrong("the serial is the time of the question: it never matches, and is no fault")
                .serial(Course.clock(1, 0))
                .servers(2)
                .must("clock-serial")
                .end();
        both(hall, "always-one", "the serial is 1 and says nothing", 1, "uninformative-serial");
        both(hall, "zero", "the serial is 0, which some tools take for none", 0, "serial-zero");
        both(hall, "future-dated", "the serial is a date in 2099", 2099010100L, "serial-future-dated");
        both(hall, "hundred-a-day", "the serial is the last that its date can have", 2024010199L, "date-nn-exhausted");
        both(hall, "long-unchanged", "nothing has changed for ten years", 2015010101L, "serial-stale");
    }

    private static void both(Hall hall, String label, String wrong, long serial, String flag) {
        hall.stage(label).wrong(wrong).serial(serial).servers(2).must(flag).end();
    }
}
