package org.zonedrift.verdict;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zonedrift.exchange.Course;
import org.zonedrift.operator.Operators;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/** A zone as a test describes it: servers one by one, and what each of them said. */
final class Situation {

    /** 2026-11-20T10:00:00Z, the moment at which these zones are looked at. */
    static final long NOW_SECONDS = 1_795_168_800L;

    static final Judge JUDGE = new Judge(Operators.bundled());

    private final DomainName zone;
    private final Map<String, List<NameServer.Located>> servers = new LinkedHashMap<>();
    private final Map<String, NameServer.Trouble> troubles = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Evidence.Primary> primaries = new ArrayList<>();
    private final Set<String> delegationFindings = new HashSet<>();

    private Situation(String zone) {
        this.zone = DomainName.parse(zone);
    }

    static Situation of(String zone) {
        return new Situation(zone);
    }

    /** A server that answers with authority. */
    Situation says(String ns, String address, SoaRecord soa) {
        return sees(ns, seen(address, Outcome.OK, soa));
    }

    /** A server that does not answer with authority. */
    Situation fails(String ns, String address, Outcome outcome) {
        return sees(ns, seen(address, outcome, null));
    }

    /** A server of which this was seen. */
    Situation sees(String ns, Observation seen) {
        observations.removeIf(other -> other.server().equals(seen.server()));
        observations.add(seen);
        return locates(ns, seen.server());
    }

    /** As many servers as serials, ns1 at 192.0.2.1 and so on, all of one source. */
    static Situation showing(long... serials) {
        Situation zone = of("t.lab");
        for (int i = 1; i <= serials.length; i++) {
            zone.says("ns" + i + ".t.lab", "192.0." + i + ".1", soa("ns1.t.lab", "hostmaster.t.lab", serials[i - 1]));
        }
        return zone;
    }

    /** A name server at an address about which something else says what was seen. */
    Situation locates(String ns, ServerAddress address) {
        servers.computeIfAbsent(ns, name -> new ArrayList<>())
                .add(new NameServer.Located(address, NameServer.AddressSource.GLUE));
        return this;
    }

    /** A name server without an address. */
    Situation hasNoAddress(String ns, NameServer.Trouble trouble) {
        servers.put(ns, new ArrayList<>());
        troubles.put(ns, trouble);
        return this;
    }

    /** What a host said that is named as primary without being a server of the zone. */
    Situation primary(String name, Observation... seen) {
        primaries.add(new Evidence.Primary(DomainName.parse(name), List.of(seen), null));
        return this;
    }

    Situation primaryWithout(String name, NameServer.Trouble trouble) {
        primaries.add(new Evidence.Primary(DomainName.parse(name), List.of(), trouble));
        return this;
    }

    Situation delegationFinds(String flag) {
        delegationFindings.add(flag);
        return this;
    }

    Evidence evidence() {
        Set<DomainName> names = new HashSet<>();
        servers.keySet().forEach(name -> names.add(DomainName.parse(name)));
        Delegation delegation = new Delegation(
                zone,
                Delegation.Standing.DELEGATED,
                Delegation.Source.ofParent(Delegation.Method.ITERATIVE, zone.parent()),
                names,
                null,
                List.of(),
                delegationFindings);
        return Evidence.of(delegation, nameServers(), observations, primaries);
    }

    private List<NameServer> nameServers() {
        List<NameServer> list = new ArrayList<>();
        servers.forEach((name, addresses) -> list.add(new NameServer(
                DomainName.parse(name), NameServer.Listed.PARENT, addresses, troubles.get(name), Set.of())));
        return list;
    }

    Judgement judged() {
        return JUDGE.judge(evidence());
    }

    static Observation seen(String address, Outcome outcome, SoaRecord soa) {
        boolean answered = outcome.meaning() == Outcome.Class.USABLE || outcome.meaning() == Outcome.Class.LAME;
        long at = answered ? NOW_SECONDS * 1_000_000_000L : -1;
        Course course = new Course(1, 0, 0, 0, at, at, answered ? 1_000_000 : -1, 40, 100, Set.of());
        return new Observation(
                address(address),
                outcome,
                answered ? 0 : -1,
                outcome.isUsable(),
                false,
                soa,
                null,
                null,
                100,
                course,
                Set.of(),
                null,
                null);
    }

    static ServerAddress address(String text) {
        try {
            return ServerAddress.of(InetAddress.getByName(text).getAddress(), ServerAddress.DNS_PORT);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The same observation, made so many seconds after the moment of all others. */
    static Observation later(Observation seen, long seconds) {
        Course then = seen.course();
        long at = then.answeredAt() + seconds * 1_000_000_000L;
        Course course =
                new Course(then.udp(), then.tcp(), then.retries(), 0, at, at, then.rttNanos(), 40, 100, Set.of());
        return new Observation(
                seen.server(),
                seen.outcome(),
                seen.rcode(),
                seen.authoritative(),
                seen.recursionAvailable(),
                seen.soa(),
                seen.apexNs(),
                seen.edns(),
                seen.size(),
                course,
                seen.flags(),
                seen.error(),
                seen.kept());
    }

    /** A SOA record like this one with other timers. */
    static SoaRecord timed(SoaRecord soa, long refresh, long retry, long expire, long minimum) {
        return new SoaRecord(soa.mname(), soa.rname(), soa.serial(), refresh, retry, expire, minimum, soa.ttl());
    }

    /** A SOA record with timers that nobody finds anything about. */
    static SoaRecord soa(String mname, String rname, long serial) {
        return new SoaRecord(
                DomainName.parse(mname),
                DomainName.parse(rname),
                SerialNumber.of(serial),
                7200,
                3600,
                1209600,
                3600,
                3600);
    }
}
