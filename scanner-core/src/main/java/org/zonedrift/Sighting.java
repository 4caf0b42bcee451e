package org.zonedrift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Evidence.Primary;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.Roster;
import org.zonedrift.zone.ServerAddress;

/**
 * What has been seen of one zone so far; every stage adds its part.
 *
 * @param spreadMillis from the first to the last answer of the first round, or -1
 */
record Sighting(
        Delegation delegation,
        Roster roster,
        List<Observation> observations,
        List<Primary> primaries,
        long spreadMillis) {

    static Sighting of(Delegation delegation) {
        return new Sighting(delegation, Roster.NOBODY, List.of(), List.of(), -1);
    }

    /** What an earlier attempt saw of it. */
    static Sighting of(Evidence seen) {
        return new Sighting(
                seen.delegation(),
                Roster.of(seen.nameServers()),
                seen.observations(),
                seen.primaries(),
                seen.probeSpreadMillis());
    }

    List<NameServer> servers() {
        return roster.servers();
    }

    /** Every distinct address of the zone's servers, in their order. */
    List<ServerAddress> addresses() {
        return roster.addresses();
    }

    Sighting locating(Roster located) {
        return new Sighting(delegation, located, observations, primaries, spreadMillis);
    }

    Sighting observing(List<Observation> more) {
        List<Observation> all = joined(observations, more);
        return new Sighting(delegation, roster, all, primaries, Evidence.spreadMillis(all));
    }

    Sighting askingPrimaries(List<Primary> asked) {
        return new Sighting(delegation, roster, observations, asked, spreadMillis);
    }

    /** The same zone, where one server's observation gives way to a fuller one. */
    Sighting replacing(Observation fuller) {
        List<Observation> all = observations.stream()
                .map(seen -> seen.server().equals(fuller.server()) ? fuller : seen)
                .toList();
        return new Sighting(delegation, roster, all, primaries, spreadMillis);
    }

    /** What these latest observations say, of the servers and of the primaries. */
    Sighting anew(List<Observation> latest) {
        Map<ServerAddress, Observation> byAddress = byAddress(latest);
        List<Observation> again = observations.stream()
                .map(before -> byAddress.get(before.server()))
                .filter(Objects::nonNull)
                .toList();
        List<Primary> primariesAgain =
                primaries.stream().map(primary -> renewed(primary, byAddress)).toList();
        return new Sighting(delegation, roster, again, primariesAgain, spreadMillis);
    }

    private static Primary renewed(Primary primary, Map<ServerAddress, Observation> latest) {
        List<Observation> observations = primary.observations().stream()
                .map(before -> latest.getOrDefault(before.server(), before))
                .toList();
        return new Primary(primary.name(), observations, primary.trouble());
    }

    static Map<ServerAddress, Observation> byAddress(List<Observation> observations) {
        Map<ServerAddress, Observation> byAddress = new HashMap<>();
        for (Observation seen : observations) {
            byAddress.put(seen.server(), seen);
        }
        return byAddress;
    }

    /** Every address that was asked, the primaries' last. */
    List<ServerAddress> everyAddress() {
        Set<ServerAddress> every = new LinkedHashSet<>(addresses());
        for (Primary primary : primaries) {
            for (Observation seen : primary.observations()) {
                every.add(seen.server());
            }
        }
        return List.copyOf(every);
    }

    /** The addresses of every such host, of name servers and primaries. */
    Set<ServerAddress> addressesOf(Predicate<DomainName> host) {
        List<NameServer> named =
                servers().stream().filter(server -> host.test(server.host())).toList();
        Set<ServerAddress> theirs = new HashSet<>(Roster.addressesOf(named));
        for (Primary primary : primaries) {
            if (host.test(primary.name())) {
                primary.observations().forEach(seen -> theirs.add(seen.server()));
            }
        }
        return theirs;
    }

    Evidence evidence(@Nullable Previous previous, @Nullable ServerAddress reference) {
        return new Evidence(
                delegation, servers(), observations, primaries, List.of(), previous, reference, spreadMillis);
    }

    /** What the first server in order says that speaks for the zone. */
    Optional<Observation> firstUsable() {
        return observations.stream().filter(Observation::isUsable).min(Comparator.comparing(Observation::server));
    }

    /** The names that the zone's own servers list; empty while none told. */
    Set<DomainName> childNs() {
        Set<DomainName> names = new LinkedHashSet<>();
        for (Observation seen : observations) {
            if (seen.isUsable() && seen.apexNs() != null) {
                names.addAll(seen.apexNs());
            }
        }
        return names;
    }

    /** Each distinct primary that usable servers name, in canonical order. */
    List<DomainName> mnames() {
        Set<DomainName> names = new LinkedHashSet<>();
        for (Observation seen : observations) {
            if (seen.isUsable() && seen.soa() != null) {
                names.add(seen.soa().mname());
            }
        }
        return names.stream().sorted().toList();
    }

    private static <A> List<A> joined(List<A> first, List<A> second) {
        if (first.isEmpty()) {
            return second;
        }
        List<A> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
