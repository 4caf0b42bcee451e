package org.zonedrift.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Course;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Judge;
import org.zonedrift.verdict.Traffic;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/** A zone whose servers say what a test wants, looked at at a fixed time. */
final class Situation {

    static final Judge JUDGE = new Judge(Operators.bundled());

    /** 2026-11-20T10:00:00Z. */
    static final long START_MILLIS = 1_795_168_800_000L;

    private final DomainName zone;
    private final Target.Line line;
    private final List<NameServer> nameServers = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Evidence.Primary> primaries = new ArrayList<>();
    private final List<Evidence.Round> rounds = new ArrayList<>();
    private @Nullable Delegation delegation;
    private @Nullable Previous previous;
    private int asked;

    Situation(String zone, long line) {
        this.zone = DomainName.parse(zone);
        this.line = Target.Line.numbered(line);
    }

    static SoaRecord soa(String mname, String rname, long serial) {
        return soa(mname, rname, serial, 3600);
    }

    static SoaRecord soa(String mname, String rname, long serial, long ttl) {
        return new SoaRecord(
                DomainName.parse(mname),
                DomainName.parse(rname),
                SerialNumber.of(serial),
                7200,
                3600,
                1_209_600,
                3600,
                ttl);
    }

    static ServerAddress address(String text) {
        return ServerAddress.of(AddressText.parse(text).orElseThrow(), ServerAddress.DNS_PORT);
    }

    Situation delegatedBy(Delegation.Source source, String... parentNs) {
        delegation =
                new Delegation(zone, Delegation.Standing.DELEGATED, source, names(parentNs), null, List.of(), Set.of());
        return this;
    }

    Situation toldByResolver(Delegation.Source source, String... childNs) {
        delegation =
                new Delegation(zone, Delegation.Standing.DELEGATED, source, null, names(childNs), List.of(), Set.of());
        return this;
    }

    Situation missing(Delegation.Standing standing, Delegation.Source source) {
        delegation = Delegation.missing(zone, standing, source);
        return this;
    }

    static Set<DomainName> names(String... names) {
        Set<DomainName> set = new LinkedHashSet<>();
        Arrays.stream(names).map(DomainName::parse).forEach(set::add);
        return set;
    }

    Situation server(String host, NameServer.Listed listed, String... addresses) {
        List<NameServer.Located> located = Arrays.stream(addresses)
                .map(text -> new NameServer.Located(address(text), NameServer.AddressSource.AUTH))
                .toList();
        nameServers.add(new NameServer(DomainName.parse(host), listed, located, null, Set.of()));
        return this;
    }

    Situation unresolvable(String host, NameServer.Trouble trouble) {
        nameServers.add(new NameServer(
                DomainName.parse(host), NameServer.Listed.PARENT, List.of(), trouble, Set.of("ns-unresolvable")));
        return this;
    }

    Situation says(String address, SoaRecord soa, String... ns) {
        return saysAs("", address, soa, ns);
    }

    Situation saysAs(String nsid, String address, SoaRecord soa, String... ns) {
        Edns edns = new Edns(
                1232, 0, 0, nsid.isEmpty() ? null : nsid.getBytes(StandardCharsets.US_ASCII), null, -1, List.of());
        observations.add(new Observation(
                address(address),
                Outcome.OK,
                0,
                true,
                false,
                soa,
                ns.length == 0 ? null : names(ns),
                edns,
                118,
                course(),
                Set.of(),
                null,
                null));
        return this;
    }

    /** An answer that does not speak for the zone, with what it shows. */
    Situation answers(String address, Outcome outcome, int rcode, @Nullable SoaRecord soa) {
        observations.add(new Observation(
                address(address),
                outcome,
                rcode,
                outcome == Outcome.CNAME,
                outcome == Outcome.REFUSED,
                soa,
                null,
                null,
                40,
                course(),
                Set.of(),
                null,
                null));
        return this;
    }

    Situation silent(String address) {
        long sent = nanos(START_MILLIS + 120 + asked++);
        Course course = new Course(3, 0, 2, 3, sent, -1, -1, 120, 0, Set.of());
        observations.add(new Observation(
                address(address),
                Outcome.TIMEOUT,
                -1,
                false,
                false,
                null,
                null,
                null,
                0,
                course,
                Set.of(),
                null,
                null));
        return this;
    }

    Situation skipped(String address, Outcome why) {
        observations.add(Observation.skipped(address(address), why));
        return this;
    }

    private Course course() {
        long sent = nanos(START_MILLIS + 120 + asked++);
        long rtt = 12_417_000L + 1_000L * asked;
        return new Course(1, 0, 0, 0, sent, sent + rtt, rtt, 40, 118, Set.of());
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    Situation primary(String name, String address, SoaRecord soa) {
        Situation alone = new Situation(name, 1).says(address, soa);
        primaries.add(new Evidence.Primary(DomainName.parse(name), alone.observations, null));
        return this;
    }

    Situation round(double afterSeconds, String... addressAndSerial) {
        List<Evidence.RoundAnswer> answers = new ArrayList<>();
        for (int i = 0; i < addressAndSerial.length; i += 2) {
            boolean silent = addressAndSerial[i + 1].isEmpty();
            answers.add(new Evidence.RoundAnswer(
                    address(addressAndSerial[i]),
                    silent ? Outcome.TIMEOUT : Outcome.OK,
                    silent ? null : SerialNumber.of(Long.parseLong(addressAndSerial[i + 1])),
                    null,
                    silent ? -1 : 20_100_000));
        }
        rounds.add(new Evidence.Round(START_MILLIS + Math.round(afterSeconds * 1000), afterSeconds, answers));
        return this;
    }

    Situation before(long serial, String verdict) {
        previous = new Previous(SerialNumber.of(serial), verdict, START_MILLIS - 86_400_000, "0badcafe");
        return this;
    }

    Evidence evidence() {
        Delegation who = delegation == null
                ? Delegation.missing(zone, Delegation.Standing.LOOP, Delegation.Source.of(Delegation.Method.ITERATIVE))
                : delegation;
        Evidence first = Evidence.of(who, nameServers, observations, primaries);
        return new Evidence(
                who, nameServers, observations, primaries, rounds, previous, null, first.probeSpreadMillis());
    }

    ZoneReport report() {
        Evidence evidence = evidence();
        Target.Zone target = Target.Zone.named(line, zone);
        return ZoneReport.of(target, START_MILLIS, 184, evidence, JUDGE.judge(evidence))
                .costing(new Traffic(9, 0, 0, 396, 1120));
    }
}
