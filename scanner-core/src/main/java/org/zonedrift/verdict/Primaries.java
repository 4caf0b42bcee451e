package org.zonedrift.verdict;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

/** Looks at the hosts that the usable servers call their primary. */
final class Primaries {

    /** How many distinct MNAMEs are looked at: more are a zone's own trouble. */
    static final int MAX = 2;

    private final Evidence evidence;
    private final Roll roll;

    Primaries(Evidence evidence, Roll roll) {
        this.evidence = evidence;
        this.roll = roll;
    }

    /** The distinct MNAMEs of these servers, in canonical order, as many as are looked at. */
    static List<DomainName> namesIn(List<Voice> voices) {
        boolean same = true;
        for (Voice voice : voices) {
            same &= voice.soa().mname().equals(voices.get(0).soa().mname());
        }
        if (same) {
            return voices.isEmpty() ? List.of() : List.of(voices.get(0).soa().mname());
        }
        TreeSet<DomainName> names = new TreeSet<>();
        voices.forEach(voice -> names.add(voice.soa().mname()));
        return names.stream().limit(MAX).toList();
    }

    List<PrimaryRow> rows(Reference reference) {
        List<DomainName> names = namesIn(roll.voices());
        PrimaryRow[] rows = new PrimaryRow[names.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(names.get(i), reference);
        }
        return List.of(rows);
    }

    private PrimaryRow row(DomainName name, Reference reference) {
        NameServer ns = roll.serverNamed(name);
        if (ns != null) {
            return row(name, PrimaryRow.Standing.IN_NS, new Sighting(roll.seenOf(ns), ns.trouble()), reference);
        }
        for (Evidence.Primary primary : evidence.primaries()) {
            if (primary.name().equals(name)) {
                Sighting sighting = new Sighting(primary.observations(), primary.trouble());
                return row(name, PrimaryRow.Standing.NOT_IN_NS, sighting, reference);
            }
        }
        return row(name, PrimaryRow.Standing.NOT_IN_NS, new Sighting(List.of(), null), reference);
    }

    /** What was seen of a host: its addresses, or why it has none. */
    private record Sighting(List<Observation> seen, NameServer.@Nullable Trouble trouble) {}

    private PrimaryRow row(DomainName name, PrimaryRow.Standing standing, Sighting sighting, Reference reference) {
        Observation best = best(sighting.seen);
        SerialNumber serial = newestUsable(sighting.seen);
        List<ServerAddress> addresses = standing == PrimaryRow.Standing.IN_NS
                ? List.of()
                : sighting.seen.stream().map(Observation::server).sorted().toList();
        return new PrimaryRow(
                name,
                standing,
                addresses,
                best == null ? null : best.outcome(),
                serial,
                serial == null ? null : Position.of(serial, reference),
                sighting.trouble);
    }

    private static @Nullable Observation best(List<Observation> seen) {
        Observation best = null;
        for (Observation candidate : seen) {
            if (best == null || weight(candidate.outcome()) > weight(best.outcome())) {
                best = candidate;
            }
        }
        return best;
    }

    /** Any answer tells more than none, and a special address stands for all only if all are special. */
    static int weight(Outcome outcome) {
        return switch (outcome.meaning()) {
            case USABLE -> 5;
            case LAME -> 4;
            case UNREACHABLE -> outcome == Outcome.TIMEOUT || outcome == Outcome.NETWORK_ERROR ? 2 : 3;
            case SKIPPED -> outcome == Outcome.SKIPPED_SPECIAL ? 0 : 1;
        };
    }

    private static @Nullable SerialNumber newestUsable(List<Observation> seen) {
        SerialNumber newest = null;
        for (Observation candidate : seen) {
            if (candidate.isUsable() && candidate.soa() != null) {
                SerialNumber serial = candidate.soa().serial();
                newest = newest == null || serial.isNewerThan(newest) ? serial : newest;
            }
        }
        return newest;
    }
}
