package org.zonedrift.verdict;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.operator.Runner;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/** The servers of a zone called by name: every pair of name and address, who runs it, what it said. */
final class Roll {

    private final Evidence evidence;
    private final List<Asked> asked;
    private final List<Asked> distinct;
    private final Set<Shortfall> failures = EnumSet.noneOf(Shortfall.class);
    private final ProvidersShown shown;
    private final Runners runners;
    private final List<Voice> voices;
    private final List<DomainName> hosts;

    Roll(Evidence evidence, Operators directory) {
        this.evidence = evidence;
        this.asked = new ArrayList<>(addressesIn(evidence.nameServers()));
        int addresses = 0;
        for (NameServer ns : evidence.nameServers()) {
            addresses = call(ns, directory, addresses);
        }
        this.distinct = addresses == asked.size() ? asked : firstOnes();
        this.shown = new ProvidersShown(directory, zone());
        this.runners = new Runners(asked, distinct, shown);
        this.voices = listen();
        this.hosts = hostsIn(evidence.nameServers());
    }

    private DomainName zone() {
        return evidence.delegation().zone();
    }

    private static int addressesIn(List<NameServer> servers) {
        int addresses = 0;
        for (NameServer ns : servers) {
            addresses += ns.addresses().size();
        }
        return addresses;
    }

    /** Calls one server after others that have so many distinct addresses; how many they have with it. */
    private int call(NameServer ns, Operators directory, int before) {
        int addresses = before;
        if (ns.addresses().isEmpty()) {
            failures.add(Shortfall.NO_ADDRESS);
            return addresses;
        }
        Runner runner = directory.runnerOf(ns.host(), zone());
        for (NameServer.Located at : ns.addresses()) {
            Asked known = find(at.address());
            if (known == null) {
                Observation seen = seenBefore(at.address());
                noteFailure(seen.outcome());
                asked.add(new Asked(ns, at, seen, runner, ServerRow.Repetition.FIRST, addresses++));
            } else {
                asked.add(new Asked(ns, at, known.seen(), runner, ServerRow.Repetition.SHARED, known.place()));
            }
        }
        return addresses;
    }

    private Observation seenBefore(ServerAddress address) {
        Observation seen = evidence.observationOf(address);
        return seen == null ? Observation.skipped(address, Outcome.SKIPPED_BUDGET) : seen;
    }

    private List<Asked> firstOnes() {
        List<Asked> first = new ArrayList<>(asked.size());
        for (Asked at : asked) {
            if (at.isFirst()) {
                first.add(at);
            }
        }
        return first;
    }

    private void noteFailure(Outcome outcome) {
        switch (outcome.meaning()) {
            case USABLE -> {}
            case LAME -> failures.add(Shortfall.LAME);
            case UNREACHABLE -> failures.add(Shortfall.UNREACHABLE);
            case SKIPPED ->
                failures.add(outcome == Outcome.SKIPPED_FAMILY ? Shortfall.SKIPPED_FAMILY : Shortfall.SKIPPED);
        }
    }

    private List<Voice> listen() {
        List<Voice> heard = new ArrayList<>(distinct.size());
        for (Asked at : distinct) {
            if (at.seen().isUsable() && at.seen().soa() != null) {
                heard.add(new Voice(at, at.seen().soa(), operatorAt(at)));
            }
        }
        return heard;
    }

    /** Servers stand in the order of their names: equal names are neighbours. */
    private static List<DomainName> hostsIn(List<NameServer> servers) {
        DomainName[] hosts = new DomainName[servers.size()];
        boolean areDistinct = true;
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = servers.get(i).host();
            areDistinct &= i == 0 || !hosts[i].equals(hosts[i - 1]);
        }
        return areDistinct ? List.of(hosts) : Stream.of(hosts).distinct().toList();
    }

    /** The first pair of this address, or null. */
    private @Nullable Asked find(ServerAddress address) {
        for (Asked at : asked) {
            if (at.located().address().equals(address)) {
                return at;
            }
        }
        return null;
    }

    /** Every pair of name and address, by name, family and address. */
    List<Asked> asked() {
        return asked;
    }

    /** The first pair of each distinct address. */
    List<Asked> distinct() {
        return distinct;
    }

    /** The usable addresses. */
    List<Voice> voices() {
        return voices;
    }

    Set<Shortfall> failures() {
        return failures;
    }

    /** The names of all the zone's servers, in canonical order. */
    List<DomainName> hosts() {
        return hosts;
    }

    /** The server of this name, or null. */
    @Nullable
    NameServer serverNamed(DomainName host) {
        for (NameServer ns : evidence.nameServers()) {
            if (ns.host().equals(host)) {
                return ns;
            }
        }
        return null;
    }

    /** Who runs the server at one of the zone's addresses. */
    String operatorAt(Asked at) {
        return runners.at(at.place());
    }

    /** The provider that a SOA record of the zone points to, or null. */
    @Nullable
    Provider providerShownBy(SoaRecord soa) {
        return shown.by(soa);
    }

    /** What speaks for the zone at this address, or null where nothing does. */
    @Nullable
    Voice voiceAt(Asked at) {
        if (voices.size() == distinct.size()) {
            return voices.get(at.place());
        }
        for (Voice voice : voices) {
            if (voice.at().place() == at.place()) {
                return voice;
            }
        }
        return null;
    }

    /** The names under which any of these stands, in canonical order. */
    List<DomainName> hostsOf(List<Voice> some) {
        if (failures.isEmpty() && some.size() == distinct.size()) {
            return hosts;
        }
        List<DomainName> theirs = new ArrayList<>(some.size());
        for (Asked at : asked) {
            // The pairs stand in the order of their names: equal ones are neighbours.
            boolean isNew = theirs.isEmpty()
                    || !theirs.get(theirs.size() - 1).equals(at.ns().host());
            if (isNew && isAmong(some, at)) {
                theirs.add(at.ns().host());
            }
        }
        return theirs;
    }

    private static boolean isAmong(List<Voice> some, Asked at) {
        for (Voice voice : some) {
            if (voice.at().place() == at.place()) {
                return true;
            }
        }
        return false;
    }

    /** What was seen at one of the zone's addresses. */
    Observation seenAt(ServerAddress address) {
        return requireNonNull(find(address), "not an address of the zone").seen();
    }

    /** What was seen at the addresses of one of the zone's servers. */
    List<Observation> seenOf(NameServer ns) {
        List<Observation> seen = new ArrayList<>(ns.addresses().size());
        for (NameServer.Located at : ns.addresses()) {
            seen.add(seenAt(at.address()));
        }
        return seen;
    }

    /** Whether this is an address of one of the zone's servers. */
    boolean has(ServerAddress address) {
        return find(address) != null;
    }

    boolean anyIs(Outcome outcome) {
        return anySeen(seen -> seen.outcome() == outcome);
    }

    boolean anySeen(Predicate<Observation> test) {
        for (Asked at : distinct) {
            if (test.test(at.seen())) {
                return true;
            }
        }
        return false;
    }

    /** The distinct operators, sorted. */
    List<String> distinctOperators() {
        return runners.sorted();
    }

    Counts counts(int serials, int sources) {
        int lame = 0;
        int unreachable = 0;
        int skipped = 0;
        int unasked = 0;
        for (Asked at : distinct) {
            Outcome outcome = at.seen().outcome();
            lame += outcome.meaning() == Outcome.Class.LAME ? 1 : 0;
            unreachable += outcome.meaning() == Outcome.Class.UNREACHABLE ? 1 : 0;
            skipped += outcome.meaning() == Outcome.Class.SKIPPED ? 1 : 0;
            unasked += outcome == Outcome.SKIPPED_UNRESPONSIVE ? 1 : 0;
        }
        return new Counts(
                evidence.nameServers().size(),
                distinct.size(),
                distinct.size() - skipped - unasked,
                voices.size(),
                lame,
                unreachable,
                skipped,
                serials,
                distinctOperators().size(),
                sources);
    }
}
