package org.zonedrift.sim.gallery;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.SimulatedZone.Alias;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** Zones whose delegation is odd: who is listed where, and whether one can find them. */
final class DelegationExhibits {

    private static final int CNAME = 5;
    private static final int NXNS_NAMES = 100;

    /** A scan asks so many addresses of a name, and of twice so many names. */
    private static final int ADDRESSES_EACH = 8;

    private static final int HALF_OF_ALL = 4;

    private DelegationExhibits() {}

    static void hang(Hall hall) {
        listings(hall);
        addresses(hall);
        unresolvable(hall);
        aliasServer(hall);
        chain(hall, "far-away", "the names of both servers lie three resolutions away from glue", 3)
                .end();
        chain(hall, "too-far-away", "the names of both servers lie eight resolutions away from glue", 8)
                .expect(Verdict.UNSERVED, Reason.NO_ADDRESS)
                .must("ns-chain-too-deep")
                .seenBy(Way.FROM_THE_ROOT)
                .end();
        chain(hall, "below-too-far-away", "its parent's servers lie eight resolutions away from glue", 8)
                .target(Hall.EXHIBIT.child("below-too-far-away").child("zone"))
                .expect(Verdict.DELEGATION_UNKNOWN, Reason.REFERRAL_LIMIT)
                .seenBy(Way.FROM_THE_ROOT)
                .end();
        disagreements(hall);
    }

    private static void disagreements(Hall hall) {
        hall.stage("child-ns-differ")
                .wrong("ns1 knows of one server more than ns2 does")
                .apexNs("ns1", "ns2", "ns3")
                .server()
                .apexNs("ns1", "ns2")
                .server()
                .server()
                .seenBy(Way.EVERY_NS_SET)
                .must("child-ns-differ")
                .end();
        hall.stage("glue-mismatch")
                .wrong("the parent knows an address of ns2 that is not its own any more")
                .server()
                .serverWithOtherGlue()
                .seenBy(Way.VERIFIED_GLUE)
                .must("glue-mismatch")
                .end();
        hall.stage("too-many-addresses")
                .wrong("more addresses than anybody should have to ask")
                .operator("crowd")
                .serversAt(HALF_OF_ALL, ADDRESSES_EACH)
                .atHome()
                .serversAt(HALF_OF_ALL, ADDRESSES_EACH)
                .server(Conduct.BEYOND_BUDGET)
                .expect(Verdict.CONSISTENT_PARTIAL, Reason.SKIPPED)
                .end();
    }

    private static void aliasServer(Hall hall) {
        DomainName alias = Hall.BACKSTAGE.child("alias");
        DomainName target = Hall.BACKSTAGE.child("alias-target");
        Staging staging = hall.stage("alias-server")
                .wrong("the name of the second server is an alias, which RFC 2181 forbids")
                .server()
                .serverCalled(alias)
                .must("ns-is-cname");
        hall.alias(alias, new Alias(alias, CNAME, target));
        hall.host(target, staging.placeOf(alias));
        staging.end();
    }

    private static void listings(Hall hall) {
        hall.stage("child-has-more")
                .wrong("the zone lists a third server that the parent does not")
                .servers(2)
                .listedBy(Listed.CHILD)
                .server()
                .must("ns-parent-child-differ", "ns-child-only")
                .end();
        hall.stage("parent-has-more")
                .wrong("the parent lists a third server that the zone does not")
                .servers(2)
                .listedBy(Listed.PARENT)
                .server()
                .must("ns-parent-child-differ", "ns-parent-only")
                .end();
        hall.stage("overlap")
                .wrong("parent and zone share only one of their two servers")
                .server()
                .listedBy(Listed.PARENT)
                .server()
                .listedBy(Listed.CHILD)
                .server()
                .must("ns-child-only", "ns-parent-child-differ", "ns-parent-only")
                .end();
        hall.stage("disjoint")
                .wrong("parent and zone share no server")
                .listedBy(Listed.PARENT)
                .servers(2)
                .listedBy(Listed.CHILD)
                .servers(2)
                .must("ns-parent-child-differ", "ns-parent-child-disjoint")
                .end();
    }

    private static void addresses(Hall hall) {
        hall.stage("single-server")
                .wrong("one server with one address")
                .server()
                .expect(Verdict.ONE_ANSWER, Reason.SINGLE_ADDRESS)
                .must("single-address", "single-ns")
                .end();
        hall.stage("shared-address")
                .wrong("two names for one address")
                .server()
                .sameUnderOtherName()
                .expect(Verdict.ONE_ANSWER, Reason.SINGLE_ADDRESS)
                .must("ns-shared-address", "single-address")
                .end();
        hall.stage("private-address")
                .wrong("ns3 has a private address")
                .servers(2)
                .special(10, 0, 0, 1)
                .expect(Verdict.CONSISTENT_PARTIAL, Reason.SKIPPED)
                .must("ns-special-address")
                .end();
        hall.stage("one-private-address")
                .wrong("ns2 has a link-local address")
                .server()
                .special(169, 254, 1, 1)
                .expect(Verdict.ONE_ANSWER, Reason.OTHERS_SKIPPED)
                .must("ns-special-address")
                .end();
        hall.stage("all-private")
                .wrong("both servers have addresses that nobody may ask")
                .special(192, 168, 1, 1)
                .special(224, 0, 0, 53)
                .expect(Verdict.UNSERVED, Reason.ALL_SKIPPED)
                .must("ns-special-address")
                .end();
    }

    private static void unresolvable(Hall hall) {
        DomainName missing = Hall.EXHIBIT.child("glue-missing").child("ns9");
        nameless(hall, "glue-missing", "ns9 lies in the zone and has no address", missing, "glue-missing");
        nameless(
                hall,
                "server-gone",
                "one server's name no longer exists",
                Hall.BACKSTAGE.child("gone").child("ns1"),
                "ns-unresolvable");
        nameless(
                hall,
                "address-for-name",
                "an NS record holds an address instead of a name",
                DomainName.parse("127.54.1.1"),
                "ns-is-ip-literal");
        nameless(
                hall,
                "not-public",
                "an NS record holds a name that only an office knows",
                DomainName.parse("ns1.corp-internal"),
                "ns-not-public-name");
        nameless(
                hall,
                "cyclic",
                "the name of one server can be found only by way of itself",
                Hall.BACKSTAGE.child("cycle-a").child("ns"),
                "cyclic-dependency");
        cycle(hall);
        hall.stage("no-address")
                .wrong("no server's name exists")
                .nowhere(Hall.BACKSTAGE.child("gone").child("ns1"))
                .nowhere(Hall.BACKSTAGE.child("gone").child("ns2"))
                .expect(Verdict.UNSERVED, Reason.NO_ADDRESS)
                .must("ns-unresolvable")
                .end();
        hall.stage("others-nameless")
                .wrong("the name of the second server does not exist")
                .server()
                .nowhere(Hall.BACKSTAGE.child("gone").child("ns2"))
                .expect(Verdict.ONE_ANSWER, Reason.OTHERS_NO_ADDRESS)
                .must("ns-unresolvable")
                .end();
        Staging nxns = hall.stage("nxns").wrong("a hundred names in a victim's domain, to make resolvers ask there");
        for (int name = 0; name < NXNS_NAMES; name++) {
            nxns.nowhere(Hall.BACKSTAGE.child("victim").child("x" + name));
        }
        nxns.expect(Verdict.UNSERVED, Reason.NO_ADDRESS)
                .must("ns-count-capped", "nxns-suspected")
                .end();
    }

    private static void nameless(Hall hall, String label, String wrong, DomainName host, String flag) {
        hall.stage(label)
                .wrong(wrong)
                .servers(2)
                .nowhere(host)
                .expect(Verdict.CONSISTENT_PARTIAL, Reason.NO_ADDRESS)
                .must(flag)
                .end();
    }

    /** Two domains whose only servers bear names in each other. */
    private static void cycle(Hall hall) {
        DomainName one = Hall.BACKSTAGE.child("cycle-a");
        DomainName other = Hall.EXHIBIT.child("cycle-b");
        hall.delegate(helper(one, other.child("ns"), new long[0], Map.of()));
        hall.delegate(helper(other, one.child("ns"), new long[0], Map.of()));
    }

    /** Servers whose names lie in a domain whose server's name lies in a domain, and so on. */
    private static Staging chain(Hall hall, String label, String wrong, int depth) {
        Staging staging = hall.stage(label).wrong(wrong);
        DomainName domain = link(label, 1);
        DomainName one = domain.child("ns1");
        DomainName other = domain.child("ns2");
        staging.serverCalled(one).serverCalled(other);
        long[] first = {staging.placeOf(one)};
        long[] second = {staging.placeOf(other)};
        Map<DomainName, long[]> hosts = Map.of(one, first, other, second);
        for (int step = 1; step <= depth; step++) {
            DomainName apex = link(label, step);
            boolean last = step == depth;
            DomainName ns = (last ? apex : link(label, step + 1)).child("ns");
            Map<DomainName, long[]> names = step == 1 ? hosts : Map.of(apex.child("ns"), first);
            hall.delegate(helper(apex, ns, first, names));
        }
        return staging;
    }

    private static DomainName link(String label, int step) {
        return (step % 2 == 1 ? Hall.BACKSTAGE : Hall.EXHIBIT).child(label + "-link" + step);
    }

    private static SimulatedZone helper(DomainName apex, DomainName ns, long[] places, Map<DomainName, long[]> hosts) {
        Seat seat = new Seat(ns, Listed.BOTH, places, Conduct.HONEST, Hall.soundCopy(apex, List.of(ns)));
        return SimulatedZone.sound(apex, List.of(seat), new Hosts(hosts));
    }

    /** Names with addresses. */
    private record Hosts(Map<DomainName, long[]> places) implements SimulatedZone.Contents {

        @Override
        public long @Nullable [] placesOf(DomainName name) {
            return places.get(name);
        }
    }
}
