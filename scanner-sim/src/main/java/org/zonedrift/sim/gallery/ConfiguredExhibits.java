package org.zonedrift.sim.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Copy;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** Zones about which there is something to say only when a scan is set up so. */
final class ConfiguredExhibits {

    /** More than are asked of an address at once by default, and then so many that a minute passes. */
    private static final int CROWD = 90;

    private static final int DOMAINS = 5;
    private static final int REFUSING = 6;

    private ConfiguredExhibits() {}

    static void hang(Hall hall) {
        exclusions(hall);
        hall.stage("other-family")
                .wrong("ns3 has an IPv6 address only")
                .servers(2)
                .ipv6Server(Conduct.OTHER_FAMILY)
                .seenBy(Way.IPV4_ALONE)
                .must("family-not-probed")
                .end();
        resolvers(hall);
        crowd(hall);
        farAfield(hall);
        lists(hall);
        hall.stage("interrupted")
                .wrong("the scan ends before its servers have answered")
                .server(Conduct.DEAD)
                .server(Conduct.DEAD)
                .seenBy(Way.STOPPED)
                .expect(Verdict.ERROR, Reason.ABORTED)
                .end();
    }

    private static void exclusions(Hall hall) {
        hall.stage("opted-out")
                .wrong("its owner asked to be left alone")
                .servers(2)
                .seenBy(Way.WITH_EXCLUSION, "opted-out.exhibit")
                .expect(Verdict.SKIPPED, Reason.OPT_OUT)
                .end();
        hall.stage("opted-out-server")
                .wrong("the operator of ns3 asked to be left alone")
                .servers(2)
                .server(Conduct.EXCLUDED)
                .seenBy(Way.WITH_EXCLUSION, "ns:ns3.opted-out-server.exhibit")
                .expect(Verdict.CONSISTENT_PARTIAL, Reason.SKIPPED)
                .end();
    }

    /** Servers of which one makes a bad resolver: what they say of their zone they say to everybody. */
    private static void resolvers(Hall hall) {
        resolver(hall, "resolver-denies", "the resolver says that there is no such name", Conduct.NXDOMAIN)
                .expect(Verdict.NXDOMAIN, Reason.RESOLVER)
                .end();
        resolver(hall, "resolver-refuses", "the resolver refuses", Conduct.REFUSED)
                .expect(Verdict.DELEGATION_UNKNOWN, Reason.RESOLVER_REFUSED)
                .end();
        resolver(hall, "resolver-silent", "the resolver does not answer", Conduct.DEAD)
                .expect(Verdict.DELEGATION_UNKNOWN, Reason.RESOLVER_TIMEOUT)
                .end();
        Staging failing = resolver(
                        hall,
                        "resolver-fails",
                        "the resolver says SERVFAIL, and the root cannot be asked instead",
                        Conduct.SERVFAIL)
                .server(Conduct.ABSENT);
        failing.seenBy(Way.THROUGH_RESOLVER_WITHOUT_ROOT, address(failing, 1), address(failing, 2))
                .expect(Verdict.DELEGATION_UNKNOWN, Reason.RESOLVER_SERVFAIL)
                .end();
    }

    private static Staging resolver(Hall hall, String label, String wrong, Conduct conduct) {
        Staging staging = hall.stage(label).wrong(wrong).server(conduct);
        return staging.seenBy(Way.THROUGH_RESOLVER, address(staging, 1));
    }

    /** A hundred zones with one dead server: those asked last are spared asking it. */
    private static void crowd(Hall hall) {
        Staging last = hall.stage("left-alone")
                .wrong("ns3 is dead, which was found out for other zones already")
                .servers(2)
                .server(Conduct.LEFT_ALONE);
        List<String> crowd = new ArrayList<>();
        for (int number = 1; number <= CROWD; number++) {
            DomainName other = Hall.EXHIBIT.child("left-alone-" + number);
            hall.delegate(another(last, other));
            crowd.add(other.toString());
        }
        last.seenBy(Way.AFTER_OTHERS, crowd.toArray(String[]::new))
                .expect(Verdict.CONSISTENT_PARTIAL, Reason.UNREACHABLE)
                .must("unreachable-server")
                .end();
    }

    /** Another zone on the same servers. */
    private static SimulatedZone another(Staging staging, DomainName apex) {
        List<DomainName> hosts = List.of(host(staging, 1), host(staging, 2), host(staging, 3));
        Copy copy = Hall.soundCopy(apex, hosts);
        List<Seat> seats = new ArrayList<>();
        for (DomainName host : hosts) {
            long[] places = {staging.placeOf(host)};
            Conduct conduct = seats.size() < 2 ? Conduct.HONEST : Conduct.LEFT_ALONE;
            seats.add(new Seat(host, Listed.BOTH, places, conduct, copy));
        }
        return SimulatedZone.sound(apex, seats, SimulatedZone.Contents.NONE);
    }

    /** A parent whose servers bear names in five domains, whose servers bear names in five more each. */
    private static void farAfield(Hall hall) {
        Staging parent =
                hall.stage("far-afield").wrong("its parent's servers have names in domains of names in domains");
        List<Seat> refusing = new ArrayList<>();
        DomainName any = Hall.BACKSTAGE.child("refusing");
        for (int number = 1; number <= REFUSING; number++) {
            long[] places = {parent.anotherPlace()};
            DomainName host = any.child("ns" + number);
            refusing.add(new Seat(host, Listed.BOTH, places, Conduct.REFUSED, Hall.soundCopy(any, List.of(host))));
        }
        for (int i = 0; i < DOMAINS; i++) {
            DomainName near = Hall.BACKSTAGE.child("far-afield-" + i);
            parent.nowhere(near.child("ns"));
            List<DomainName> hosts = new ArrayList<>();
            for (int j = 0; j < DOMAINS; j++) {
                DomainName far = Hall.EXHIBIT.child("far-afield-" + i + j);
                hosts.add(far.child("ns"));
                hall.delegate(SimulatedZone.sound(far, named(refusing, far), SimulatedZone.Contents.NONE));
            }
            hall.delegate(SimulatedZone.sound(near, namedOnly(near, hosts), SimulatedZone.Contents.NONE));
        }
        parent.target(Hall.EXHIBIT.child("far-afield").child("zone"))
                .seenBy(Way.FROM_THE_ROOT)
                .expect(Verdict.DELEGATION_UNKNOWN, Reason.QUERY_BUDGET)
                .end();
    }

    /** The same servers under names in that zone. */
    private static List<Seat> named(List<Seat> servers, DomainName zone) {
        return servers.stream()
                .map(seat -> new Seat(
                        zone.child(label(seat.host())), Listed.BOTH, seat.places(), seat.conduct(), seat.copy()))
                .toList();
    }

    private static String label(DomainName host) {
        return host.toString().substring(0, host.toString().indexOf('.'));
    }

    private static List<Seat> namedOnly(DomainName zone, List<DomainName> hosts) {
        return hosts.stream()
                .map(host -> new Seat(host, Listed.BOTH, new long[0], Conduct.HONEST, Hall.soundCopy(zone, hosts)))
                .toList();
    }

    private static void lists(Hall hall) {
        hall.stage("twice")
                .wrong("it comes twice, one line after the other")
                .servers(2)
                .seenBy(Way.LISTED_TWICE)
                .expect(Verdict.SKIPPED, Reason.DUPLICATE)
                .end();
        DomainName name = Hall.EXHIBIT.child("misspelt");
        Truth truth = new Truth(
                name, Verdict.SKIPPED, Verdict.SKIPPED, Reason.MALFORMED_INPUT, Drift.NONE, Set.of(), Set.of());
        hall.open("two dots where one should be", truth, new Look(Way.MISSPELT, List.of("misspelt..exhibit")));
    }

    private static DomainName host(Staging staging, int server) {
        return staging.apex().child("ns" + server);
    }

    /** The address of a server as one writes it. */
    private static String address(Staging staging, int server) {
        return AddressText.write(Place.octets(staging.placeOf(host(staging, server))));
    }
}
