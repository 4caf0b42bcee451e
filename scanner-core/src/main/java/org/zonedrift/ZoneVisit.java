package org.zonedrift;

import static java.util.stream.Collectors.partitioningBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.LookPlan.Primaries;
import org.zonedrift.ScanPlan.Snapshots;
import org.zonedrift.Scanner.Parking;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.TallyingExchange;
import org.zonedrift.input.Target;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.probe.NsQuery;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.probe.ZoneProber;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.LooksSoFar;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Recheck;
import org.zonedrift.verdict.Traffic;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.Roster;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Mono;

/** The work on one zone: each method is one stage of its way. Confined to one lane. */
final class ZoneVisit {

    /** Addresses of one zone that are asked; a hostile zone may list thousands. */
    private static final int ADDRESSES_ASKED = 64;

    /** Distinct MNAMEs of one zone that are followed; honest zones have one. */
    private static final int PRIMARIES_ASKED = 2;

    private final Stages stages;
    private final Target.Zone target;
    private final Parking parking;
    private final TallyingExchange exchange;
    private final long startedAt;
    private final Traffic earlier;
    private final UserServers userServers;

    /** A visit that begins now, or goes on after the looks of an earlier attempt, which are paid for. */
    ZoneVisit(Stages stages, Target.Zone target, Parking parking, @Nullable LooksSoFar looks) {
        this.stages = stages;
        this.target = target;
        this.parking = parking;
        this.exchange = new TallyingExchange(stages.lobby().parking(stages.exchange(), parking.place()));
        this.startedAt = looks == null
                ? stages.lane().now()
                : TimeUnit.MILLISECONDS.toNanos(looks.first().startedAtMillis());
        this.earlier = looks == null ? Traffic.NONE : looks.traffic();
        this.userServers = new UserServers(stages.plan().looks().besides().servers());
    }

    Parking parking() {
        return parking;
    }

    DomainName zone() {
        return target.name();
    }

    Lane lane() {
        return stages.lane();
    }

    LookPlan plan() {
        return stages.plan().looks();
    }

    /** Who serves the zone: as the target says, else as the parent or a resolver does. */
    Mono<Sighting> findDelegation() {
        return Stagewise.map(delegation(), found -> Sighting.of(userServers.orDelegatedByTheUser(found)));
    }

    private Mono<Delegation> delegation() {
        Delegation brought = target.delegation();
        if (brought == null) {
            return stages.delegations().find(zone(), exchange);
        }
        return stages.plan().naming().snapshots() == Snapshots.COMPARED
                ? stages.delegations().find(zone(), exchange).map(brought::heldAgainst)
                : Mono.just(brought);
    }

    /** Where the zone's servers listen. */
    Mono<Sighting> locateServers(Sighting seen) {
        if (!target.servers().isEmpty()) {
            return Mono.just(seen.locating(limited(target.servers())));
        }
        Listed side = seen.delegation().parentNs() != null ? Listed.PARENT : Listed.CHILD;
        Mono<Roster> found = locate(seen.delegation().nameServers(), side, seen);
        return userServers.areNone()
                ? Stagewise.map(found, seen::locating)
                : found.flatMap(ours -> locateTheUsers(ours.servers(), seen));
    }

    private Mono<Sighting> locateTheUsers(List<NameServer> found, Sighting seen) {
        return locate(userServers.unlocated(found), Listed.NEITHER, seen)
                .map(more -> seen.locating(Roster.of(userServers.beside(found, more.servers()))));
    }

    private Mono<Roster> locate(Collection<DomainName> hosts, Listed side, Sighting seen) {
        return hosts.isEmpty() ? Mono.just(Roster.NOBODY) : stages.hosts().locate(hosts, side, seen.delegation());
    }

    /** The servers under the limits of those who run them. */
    Roster limited(List<NameServer> servers) {
        return stages.operatorLimits().on(servers, zone());
    }

    /** Where the servers have much to answer, the zone waits aside until it is nearly its turn. */
    Mono<Sighting> waitForServers(Sighting seen) {
        return stages.lobby().hold(seen, seen.addresses(), parking.place());
    }

    /** What each server says, all of them asked at once. */
    Mono<Sighting> askEveryServer(Sighting seen) {
        return Stagewise.map(
                askWhomWeMay(seen.servers(), seen.addresses(), stages.probers().first()), seen::observing);
    }

    /** Hosts that asked to be left alone are, whatever address they share with others. */
    private Mono<List<Observation>> askWhomWeMay(
            List<NameServer> servers, List<ServerAddress> addresses, ZoneProber prober) {
        Exclusions exclusions = stages.plan().safety().exclusions().get();
        if (exclusions.isEmpty()) {
            return ask(addresses, prober);
        }
        List<NameServer> excluded = servers.stream()
                .filter(server -> exclusions.coverHost(server.host()))
                .toList();
        return askAllBut(Roster.addressesOf(excluded), addresses, prober);
    }

    private Mono<List<Observation>> askAllBut(
            Collection<ServerAddress> theirs, List<ServerAddress> addresses, ZoneProber prober) {
        if (theirs.isEmpty()) {
            return ask(addresses, prober);
        }
        Map<Boolean, List<ServerAddress>> parted =
                addresses.stream().collect(partitioningBy(Set.copyOf(theirs)::contains));
        List<ServerAddress> left = parted.getOrDefault(true, List.of());
        return ask(parted.getOrDefault(false, List.of()), prober)
                .map(seen -> withSkipped(seen, left, Outcome.SKIPPED_BLOCKLIST));
    }

    /** The zone's own NS set often comes with the SOA; where it did not, one server is asked for it. */
    Mono<Sighting> learnChildNs(Sighting seen) {
        boolean isUnknown = plan().childNs() == ChildNs.ONE && seen.childNs().isEmpty();
        Optional<Observation> first = isUnknown ? seen.firstUsable() : Optional.empty();
        if (first.isEmpty()) {
            return Mono.just(seen);
        }
        return Mono.<Observation>create(sink -> NsQuery.complete(zone(), first.get(), exchange, sink::success))
                .map(seen::replacing);
    }

    /** Servers that only the zone itself names are asked too; once, so that no chain is followed. */
    Mono<Sighting> askServersThatOnlyTheChildNames(Sighting seen) {
        Set<DomainName> childNs = seen.childNs();
        if (childNs.isEmpty() || !target.servers().isEmpty()) {
            return Mono.just(seen);
        }
        List<NameServer> known = new ArrayList<>();
        Set<DomainName> newcomers = new HashSet<>(childNs);
        for (NameServer server : seen.servers()) {
            newcomers.remove(server.host());
            known.add(childNs.contains(server.host()) ? server.listedByChildToo() : server);
        }
        Sighting listed = seen.locating(new Roster(known, seen.addresses()));
        return newcomers.isEmpty()
                ? Mono.just(listed)
                : locate(newcomers, Listed.CHILD, seen).flatMap(located -> askNewcomers(listed, located.servers()));
    }

    private Mono<Sighting> askNewcomers(Sighting seen, List<NameServer> newcomers) {
        List<NameServer> all = new ArrayList<>(seen.servers());
        all.addAll(newcomers);
        Set<ServerAddress> asked = new HashSet<>(seen.addresses());
        List<ServerAddress> unasked = Roster.addressesOf(newcomers).stream()
                .filter(address -> !asked.contains(address))
                .toList();
        return askWhomWeMay(newcomers, unasked, stages.probers().first()).map(seen.locating(Roster.of(all))::observing);
    }

    /** What the servers say that SOA records call primary: they never count in the verdict. */
    Mono<Sighting> askPrimaries(Sighting seen) {
        if (plan().primaries() == Primaries.LEFT_ALONE) {
            return Mono.just(seen);
        }
        List<DomainName> names = seen.mnames().stream()
                .filter(PrimaryHosts::canBeAsked)
                .limit(PRIMARIES_ASKED)
                .toList();
        return names.isEmpty()
                ? Mono.just(seen)
                : locate(names, Listed.CHILD, seen).flatMap(hosts -> new PrimaryHosts(hosts).ask(this, seen));
    }

    /** All addresses once more, back to back, the primaries' too. */
    Mono<Sighting> askAgain(Sighting seen) {
        Exclusions exclusions = stages.plan().safety().exclusions().get();
        return askAllBut(
                        seen.addressesOf(exclusions::coverHost),
                        seen.everyAddress(),
                        stages.probers().again())
                .map(seen::anew);
    }

    /** What the addresses of primaries say about the zone. */
    Mono<List<Observation>> askPrimaries(List<NameServer> hosts, List<ServerAddress> addresses) {
        return askWhomWeMay(hosts, addresses, stages.probers().primaries());
    }

    /** What each of these addresses says about the zone, asked at once. */
    private Mono<List<Observation>> ask(List<ServerAddress> addresses, ZoneProber prober) {
        // A part of a list only where it must be: its kind makes loops over all immutable lists slow.
        if (addresses.size() > ADDRESSES_ASKED) {
            List<ServerAddress> unasked = addresses.subList(ADDRESSES_ASKED, addresses.size());
            return ask(addresses.subList(0, ADDRESSES_ASKED), prober)
                    .map(seen -> withSkipped(seen, unasked, Outcome.SKIPPED_BUDGET));
        }
        return Gathering.ofAll(addresses, (address, done) -> prober.probe(zone(), address, exchange, done));
    }

    private static List<Observation> withSkipped(List<Observation> seen, List<ServerAddress> unasked, Outcome why) {
        List<Observation> all = new ArrayList<>(seen);
        for (ServerAddress address : unasked) {
            all.add(Observation.skipped(address, why));
        }
        return all;
    }

    /** What was seen, and what belongs to it. */
    Evidence evidence(Sighting seen) {
        return seen.evidence(target.previous(), plan().besides().reference());
    }

    /** The evidence of the first look and of these later ones. */
    Evidence concluded(Evidence first, List<Recheck.Look> looks) {
        return new Recheck(stages.judge()).conclude(first, looks);
    }

    /** What all of this means. */
    ZoneReport report(Evidence evidence) {
        return ZoneReport.of(
                        target,
                        millis(startedAt),
                        millis(lane().now() - startedAt),
                        evidence,
                        stages.judge().judge(evidence))
                .costing(traffic());
    }

    /** The report, completed by a comparison of the zone's data where that is wanted. */
    Mono<ZoneReport> withData(ZoneReport report) {
        Evidence evidence = report.evidence();
        DataLook look = new DataLook(plan().data());
        return evidence == null || !look.isWanted(report.judgement())
                ? Mono.just(report)
                : look.complete(evidence, exchange).map(this::report);
    }

    /** The report on a zone whose work failed through our own fault. */
    ZoneReport failed(Throwable bug) {
        Judgement judgement = Judgement.unmeasured(Verdict.ERROR, Reason.INTERNAL);
        return ZoneReport.without(target, judgement, millis(startedAt), bug.toString());
    }

    private Traffic traffic() {
        return earlier.plus(new Traffic(
                exchange.udp(), exchange.tcp(), exchange.retries(), exchange.octetsOut(), exchange.octetsIn()));
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
