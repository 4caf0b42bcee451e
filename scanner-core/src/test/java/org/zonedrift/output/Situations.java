package org.zonedrift.output;

import static org.zonedrift.output.Situation.soa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.input.Target;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.NameServer.Trouble;

/** The situations that the documentation shows (§5.5), and a few that are as common. */
final class Situations {

    private static final String HOST1 = "ns1.dns-host.example";
    private static final String HOST2 = "ns2.dns-host.example";
    private static final String RNAME = "hostmaster.dns-host.example";
    private static final String RESOLVER = "192.0.2.200:53";

    private Situations() {}

    /** Each under the name of its golden file. */
    static Map<String, ZoneReport> all() {
        Map<String, ZoneReport> all = new LinkedHashMap<>();
        all.put("01-consistent", consistent().report());
        all.put("02-mismatch-with-lag", mismatchWithLag().report());
        all.put("03-two-provider-mismatch", twoProviders().report());
        all.put("04-partially-unreachable", partiallyUnreachable().report());
        all.put("05-lame", lame().report());
        all.put("06-nxdomain", nxdomain().report());
        all.put("07-behind-a-cname", behindACname().report());
        all.put("08-cname-at-the-apex", cnameAtTheApex().report());
        all.put("09-servfail-from-resolvers", servfail().report());
        all.put("10-malformed-line", malformed());
        all.put("11-opt-out", optOut());
        all.put("12-converged", converged().report());
        all.put("13-hidden-primary-ahead", hiddenPrimaryAhead().report());
        all.put("14-went-backwards", wentBackwards().report());
        all.put("15-family-not-probed", familyNotProbed().report());
        all.put("16-parent-and-child-differ", parentAndChildDiffer().report());
        all.put("17-no-address", noAddress().report());
        all.put("18-shared-address", sharedAddress().report());
        return all;
    }

    static Situation consistent() {
        return new Situation("example.net", 1)
                .delegatedBy(parent("net", 172_800), HOST1, HOST2)
                .server(HOST1, Listed.BOTH, "192.0.2.1", "2001:db8::1")
                .server(HOST2, Listed.BOTH, "198.51.100.2", "2001:db8:1::2")
                .saysAs("ns1-ams", "192.0.2.1", soa(HOST1, RNAME, 2026112001), HOST1, HOST2)
                .says("2001:db8::1", soa(HOST1, RNAME, 2026112001))
                .says("198.51.100.2", soa(HOST1, RNAME, 2026112001))
                .says("2001:db8:1::2", soa(HOST1, RNAME, 2026112001));
    }

    private static Source parent(String zone, long ttl) {
        return new Source(Method.ITERATIVE, DomainName.parse(zone), null, ttl, null, null, List.of(), -1, -1, null);
    }

    static Situation mismatchWithLag() {
        Source file = new Source(
                Method.ZONE_FILE,
                DomainName.parse("com"),
                null,
                -1,
                null,
                null,
                List.of(),
                Situation.START_MILLIS - 35_280_000,
                1_795_133_520,
                null);
        return new Situation("example.com", 2)
                .delegatedBy(file, "ns1.example.com", "ns2.secondary.example")
                .server("ns1.example.com", Listed.BOTH, "192.0.2.53")
                .server("ns2.secondary.example", Listed.BOTH, "203.0.113.7")
                .says("192.0.2.53", soa("ns1.example.com", "hostmaster.example.com", 2024010201))
                .says("203.0.113.7", soa("ns1.example.com", "hostmaster.example.com", 2024010101))
                .round(0, "192.0.2.53", "2024010201", "203.0.113.7", "2024010101")
                .round(15, "192.0.2.53", "2024010201", "203.0.113.7", "2024010101")
                .round(300, "192.0.2.53", "2024010201", "203.0.113.7", "2024010101");
    }

    static Situation twoProviders() {
        Source resolver = new Source(Method.RESOLVER, null, null, -1, RESOLVER, null, List.of(), -1, -1, null);
        String[] all = {"ns1.dreamhost.com", "ns2.dreamhost.com", "ns54.domaincontrol.com", "ns61.domaincontrol.com"};
        return new Situation("two-providers.example", 3)
                .toldByResolver(resolver, all)
                .server(all[0], Listed.CHILD, "192.0.2.10")
                .server(all[1], Listed.CHILD, "192.0.2.11")
                .server(all[2], Listed.CHILD, "198.51.100.54")
                .server(all[3], Listed.CHILD, "198.51.100.61")
                .says("192.0.2.10", soa("ns1.dreamhost.com", "hostmaster.dreamhost.com", 1795000000))
                .says("192.0.2.11", soa("ns1.dreamhost.com", "hostmaster.dreamhost.com", 1795000000))
                .says("198.51.100.54", soa("ns61.domaincontrol.com", "dns.jomax.net", 2026111900, 600))
                .says("198.51.100.61", soa("ns61.domaincontrol.com", "dns.jomax.net", 2026111900, 600));
    }

    static Situation partiallyUnreachable() {
        return new Situation("partial.example", 4)
                .delegatedBy(
                        parent("example", 3600), "ns1.partial.example", "ns2.partial.example", "ns3.partial.example")
                .server("ns1.partial.example", Listed.PARENT, "192.0.2.31")
                .server("ns2.partial.example", Listed.PARENT, "192.0.2.32")
                .server("ns3.partial.example", Listed.PARENT, "192.0.2.33")
                .says("192.0.2.31", soa("ns1.partial.example", "hostmaster.partial.example", 42))
                .says("192.0.2.32", soa("ns1.partial.example", "hostmaster.partial.example", 42))
                .silent("192.0.2.33");
    }

    static Situation lame() {
        return new Situation("lame.example", 5)
                .delegatedBy(parent("example", 3600), "ns1.gone.example", "ns2.gone.example")
                .server("ns1.gone.example", Listed.PARENT, "192.0.2.41")
                .server("ns2.gone.example", Listed.PARENT, "192.0.2.42")
                .answers("192.0.2.41", Outcome.REFUSED, 5, null)
                .answers("192.0.2.42", Outcome.UPWARD_REFERRAL, 0, null);
    }

    static Situation nxdomain() {
        return new Situation("no-such-name.example", 6)
                .missing(
                        Standing.DENIED_BY_PARENT,
                        new Source(
                                Method.ITERATIVE,
                                DomainName.parse("example"),
                                null,
                                -1,
                                null,
                                "NXDOMAIN",
                                List.of(),
                                -1,
                                -1,
                                null));
    }

    static Situation behindACname() {
        return new Situation("www.example.com", 7)
                .missing(
                        Standing.CNAME,
                        new Source(
                                Method.RESOLVER,
                                null,
                                DomainName.parse("example.com"),
                                -1,
                                RESOLVER,
                                "NOERROR",
                                List.of(),
                                -1,
                                -1,
                                null));
    }

    static Situation cnameAtTheApex() {
        return new Situation("apex-cname.example", 8)
                .delegatedBy(parent("example", 3600), HOST1)
                .server(HOST1, Listed.PARENT, "192.0.2.1")
                .answers("192.0.2.1", Outcome.CNAME, 0, null);
    }

    static Situation servfail() {
        return new Situation("bogus.example", 9)
                .missing(
                        Standing.RESOLVER_SERVFAIL,
                        new Source(
                                Method.RESOLVER,
                                null,
                                null,
                                -1,
                                RESOLVER,
                                "SERVFAIL",
                                List.of(22),
                                -1,
                                -1,
                                "3 resolvers answered SERVFAIL; EDE 22 No Reachable Authority"));
    }

    static ZoneReport malformed() {
        Target.Line line = new Target.Line(0, 10, "http://exa mple..com/", null);
        return ZoneReport.unmeasured(
                new Target.Unmeasured(line, null, Target.Why.MALFORMED_INPUT, "white space in a name"),
                Situation.START_MILLIS);
    }

    static ZoneReport optOut() {
        Target.Zone target =
                Target.Zone.named(Target.Line.numbered(11), DomainName.parse("please-do-not-scan.example"));
        Judgement judgement = Judgement.unmeasured(Verdict.SKIPPED, Reason.OPT_OUT);
        return ZoneReport.without(target, judgement, Situation.START_MILLIS, null);
    }

    static Situation converged() {
        return new Situation("busy.example", 12)
                .delegatedBy(parent("example", 3600), HOST1, HOST2)
                .server(HOST1, Listed.BOTH, "192.0.2.1")
                .server(HOST2, Listed.BOTH, "198.51.100.2")
                .says("192.0.2.1", soa(HOST1, RNAME, 1795168790), HOST1, HOST2)
                .says("198.51.100.2", soa(HOST1, RNAME, 1795168795), HOST1, HOST2)
                .round(0, "192.0.2.1", "1795168770", "198.51.100.2", "1795168785")
                .round(15, "192.0.2.1", "1795168790", "198.51.100.2", "1795168795");
    }

    static Situation hiddenPrimaryAhead() {
        return new Situation("hidden.example", 13)
                .delegatedBy(parent("example", 3600), HOST1, HOST2)
                .server(HOST1, Listed.BOTH, "192.0.2.1")
                .server(HOST2, Listed.BOTH, "198.51.100.2")
                .says("192.0.2.1", soa("hidden.dns-host.example", RNAME, 7), HOST1, HOST2)
                .says("198.51.100.2", soa("hidden.dns-host.example", RNAME, 7))
                .primary("hidden.dns-host.example", "203.0.113.99", soa("hidden.dns-host.example", RNAME, 9));
    }

    static Situation wentBackwards() {
        return consistent().before(2026112005, "CONSISTENT");
    }

    static Situation familyNotProbed() {
        return new Situation("four.example", 15)
                .delegatedBy(parent("example", 3600), HOST1, HOST2)
                .server(HOST1, Listed.BOTH, "192.0.2.1", "2001:db8::1")
                .server(HOST2, Listed.BOTH, "198.51.100.2")
                .says("192.0.2.1", soa(HOST1, RNAME, 2026112001), HOST1, HOST2)
                .says("198.51.100.2", soa(HOST1, RNAME, 2026112001))
                .skipped("2001:db8::1", Outcome.SKIPPED_FAMILY);
    }

    static Situation parentAndChildDiffer() {
        return new Situation("moved.example", 16)
                .delegatedBy(parent("example", 3600), HOST1, "ns3.old.example")
                .server(HOST1, Listed.BOTH, "192.0.2.1")
                .server(HOST2, Listed.CHILD, "198.51.100.2")
                .server("ns3.old.example", Listed.PARENT, "203.0.113.3")
                .says("192.0.2.1", soa(HOST1, RNAME, 2026112001), HOST1, HOST2)
                .says("198.51.100.2", soa(HOST1, RNAME, 2026112001), HOST1)
                .answers("203.0.113.3", Outcome.NON_AUTHORITATIVE, 0, soa(HOST1, RNAME, 2026111901));
    }

    static Situation noAddress() {
        return new Situation("nowhere.example", 17)
                .delegatedBy(parent("example", 3600), "ns1.void.example", "ns2.void.example")
                .unresolvable("ns1.void.example", Trouble.NXDOMAIN)
                .unresolvable("ns2.void.example", Trouble.TIMEOUT);
    }

    static Situation sharedAddress() {
        return new Situation("shared.example", 18)
                .delegatedBy(parent("example", 3600), HOST1, HOST2)
                .server(HOST1, Listed.BOTH, "192.0.2.1")
                .server(HOST2, Listed.BOTH, "192.0.2.1", "198.51.100.2")
                .says("192.0.2.1", soa(HOST1, RNAME, 2026112001), HOST1, HOST2)
                .says("198.51.100.2", soa(HOST2, RNAME, 2026112001), HOST1, HOST2);
    }
}
