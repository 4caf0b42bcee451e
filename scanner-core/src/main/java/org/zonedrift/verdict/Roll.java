package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.zonedrift.operator.Operators;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

/** The servers of a zone called by name: every pair of name and address, who runs it, what it said. */
final class Roll {

    private final Evidence evidence;
    private final DomainName zone;
    private final Operators directory;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Asked> distinct = new ArrayList<>();
    private final List<String> operators = new ArrayList<>();
    private final Set<Shortfall> failures = EnumSet.noneOf(Shortfall.class);
    private final List<Voice> voices;
    private final List<String> distinctOperators;

    Roll(Evidence evidence, Operators directory) {
        this.evidence = evidence;
        this.zone = evidence.delegation().zone();
        this.directory = directory;
        for (NameServer ns : evidence.nameServers()) {
            if (ns.addresses().isEmpty()) {
                failures.add(Shortfall.NO_ADDRESS);
            }
            call(ns);
        }
        lookBehindOwnNames();
        this.voices = listen();
        this.distinctOperators = sortedOperators();
    }

    private void call(NameServer ns) {
        String operator = directory.operatorOf(ns.host(), zone);
        for (NameServer.Located at : ns.addresses()) {
            call(ns, at, operator);
        }
    }

    private void call(NameServer ns, NameServer.Located at, String operator) {
        int known = indexOf(at.address());
        if (known >= 0) {
            asked.add(new Asked(ns, at, distinct.get(known).seen(), ServerRow.Repetition.SHARED));
            // A shared address belongs to the provider that the table knows, if it knows one.
            if (directory.providerOf(ns.host()) != null
                    && directory.providerOf(distinct.get(known).ns().host()) == null) {
                operators.set(known, operator);
            }
            return;
        }
        Observation seen = evidence.observationOf(at.address());
        if (seen == null) {
            seen = Observation.skipped(at.address(), Outcome.SKIPPED_BUDGET);
        }
        Asked first = new Asked(ns, at, seen, ServerRow.Repetition.FIRST);
        asked.add(first);
        distinct.add(first);
        operators.add(operator);
        noteFailure(seen.outcome());
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

    /**
     * Servers under the zone's own names may be a provider's product. Those that did not answer go
     * with the ones that did, lest a timeout look like a second operator.
     */
    private void lookBehindOwnNames() {
        if (!operators.contains(Operators.SELF)) {
            return;
        }
        Set<String> shown = new TreeSet<>();
        for (int i = 0; i < distinct.size(); i++) {
            if (operators.get(i).equals(Operators.SELF)
                    && distinct.get(i).seen().isUsable()) {
                shown.add(refined(i));
            }
        }
        if (shown.isEmpty() || shown.equals(Set.of(Operators.SELF))) {
            return;
        }
        String first = shown.iterator().next();
        for (int i = 0; i < distinct.size(); i++) {
            if (operators.get(i).equals(Operators.SELF)) {
                operators.set(i, distinct.get(i).seen().isUsable() ? refined(i) : first);
            }
        }
    }

    private String refined(int index) {
        Observation seen = distinct.get(index).seen();
        return seen.soa() == null ? Operators.SELF : directory.behindOwnName(seen.soa());
    }

    private List<Voice> listen() {
        List<Voice> heard = new ArrayList<>(distinct.size());
        for (int i = 0; i < distinct.size(); i++) {
            Asked at = distinct.get(i);
            if (at.seen().isUsable() && at.seen().soa() != null) {
                heard.add(new Voice(at.ns(), at.seen(), at.seen().soa(), operators.get(i)));
            }
        }
        return List.copyOf(heard);
    }

    private int indexOf(ServerAddress address) {
        for (int i = 0; i < distinct.size(); i++) {
            if (distinct.get(i).located().address().equals(address)) {
                return i;
            }
        }
        return -1;
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

    /** Who runs the server at one of the zone's addresses. */
    String operatorAt(ServerAddress address) {
        return operators.get(indexOf(address));
    }

    /** What was seen at one of the zone's addresses. */
    Observation seenAt(ServerAddress address) {
        return distinct.get(indexOf(address)).seen();
    }

    /** The names under which any of these stands, in canonical order. */
    List<DomainName> hostsOf(List<Voice> some) {
        List<DomainName> hosts = new ArrayList<>(some.size());
        for (Asked at : asked) {
            // The pairs stand in the order of their names: equal ones are neighbours.
            boolean isNew = hosts.isEmpty()
                    || !hosts.get(hosts.size() - 1).equals(at.ns().host());
            if (isNew && isAmong(some, at.located().address())) {
                hosts.add(at.ns().host());
            }
        }
        return hosts;
    }

    private static boolean isAmong(List<Voice> some, ServerAddress address) {
        for (Voice voice : some) {
            if (voice.seen().server().equals(address)) {
                return true;
            }
        }
        return false;
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
        return indexOf(address) >= 0;
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
        return distinctOperators;
    }

    private List<String> sortedOperators() {
        boolean same = true;
        for (String operator : operators) {
            same &= operator.equals(operators.get(0));
        }
        if (same) {
            return operators.isEmpty() ? List.of() : List.of(operators.get(0));
        }
        return List.copyOf(new TreeSet<>(operators));
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
                distinctOperators.size(),
                sources);
    }
}
