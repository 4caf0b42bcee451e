package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.NsSets.Relation;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/**
 * A zone of which there is next to nothing to say, as most are: all its servers speak for it and show the same SOA
 * record, their primary is one of them, and nothing was noted on the way. It is judged in one go, as it would be as
 * a {@link Case}, of which it needs hardly anything.
 */
final class PlainZone {

    private final Evidence evidence;
    private final SoaRecord soa;
    private final PlainServers servers;
    private final @Nullable Provider shown;
    private final SchemeGuess scheme;
    private final List<DomainName> hosts;
    private final List<String> operators;

    private PlainZone(
            Evidence evidence, SoaRecord soa, PlainServers servers, @Nullable Provider shown, SchemeGuess scheme) {
        this.evidence = evidence;
        this.soa = soa;
        this.servers = servers;
        this.shown = shown;
        this.scheme = scheme;
        this.hosts = servers.hosts();
        this.operators = servers.operators();
    }

    /** The zone of this evidence, or null where it is not plain. */
    static @Nullable PlainZone of(Evidence evidence, Operators directory) {
        SoaRecord soa = isOfOneMoment(evidence) ? commonSoa(evidence.observations()) : null;
        if (soa == null || !isPlain(soa, evidence)) {
            return null;
        }
        PlainServers servers = PlainServers.of(evidence, directory);
        if (servers == null || !servers.include(soa.mname()) || !areAll(evidence, servers)) {
            return null;
        }
        Provider shown = directory.providerShownBy(soa, evidence.delegation().zone());
        if (shown != null && servers.includeOwn()) {
            return null; // A provider's product under the zone's own names.
        }
        Provider maker = shown == null ? servers.provider() : shown;
        long serial = soa.serial().value();
        long now = ClockSerial.nowAmong(evidence.observations());
        SchemeGuess scheme = Schemes.guess(new long[] {serial}, maker, now);
        return SerialFlags.isOrdinary(serial, scheme.scheme(), maker, now)
                ? new PlainZone(evidence, soa, servers, shown, scheme)
                : null;
    }

    /** Whether all was seen at once, and nothing noted: there is no other word to compare the servers' with. */
    private static boolean isOfOneMoment(Evidence evidence) {
        return evidence.rounds().isEmpty()
                && evidence.previous() == null
                && evidence.reference() == null
                && evidence.delegation().findings().isEmpty()
                && !SerialFlags.isWide(evidence.probeSpreadMillis());
    }

    /** What all these show, and no more than that; null where one does not. */
    private static @Nullable SoaRecord commonSoa(List<Observation> observations) {
        SoaRecord common = null;
        for (int i = 0; i < observations.size(); i++) {
            Observation seen = observations.get(i);
            common = i == 0 ? seen.soa() : common;
            if (common == null || !isPlain(seen) || !common.equals(seen.soa())) {
                return null;
            }
        }
        return common;
    }

    private static boolean isPlain(Observation seen) {
        Edns edns = seen.edns();
        return seen.outcome() == Outcome.OK
                && seen.kept() == null
                && seen.flags().isEmpty()
                && (edns == null || edns.expireSeconds() < 0);
    }

    private static boolean isPlain(SoaRecord soa, Evidence evidence) {
        return !NameFlags.isNoPlace(soa.mname())
                && Mailbox.isPlain(soa.rname())
                && !ClockSerial.mayTick(soa.serial(), evidence.observations());
    }

    /** Whether every NS set that is known names the zone's servers, no more and no less. */
    private static boolean areAll(Evidence evidence, PlainServers servers) {
        for (int i = 0; i < evidence.observations().size(); i++) {
            if (!servers.areNamedBy(evidence.observations().get(i).apexNs())) {
                return false;
            }
        }
        return servers.areNamedBy(evidence.delegation().parentNs())
                && servers.areNamedBy(evidence.delegation().childNs());
    }

    /** What decides about its flags. */
    PlainFlags.Key key() {
        DomainName zone = evidence.delegation().zone();
        int traits = (operators.size() > 1 ? PlainFlags.Key.SEVERAL_OPERATORS : 0)
                | (servers.lieTogether() ? PlainFlags.Key.ONE_PREFIX : 0)
                | (NameFlags.isPlaceholder(soa.rname(), zone) ? PlainFlags.Key.PLACEHOLDER : 0);
        for (int i = 0; i < evidence.observations().size(); i++) {
            Observation seen = evidence.observations().get(i);
            traits |= seen.recursionAvailable() ? PlainFlags.Key.RECURSION : 0;
            traits |= seen.edns() != null && seen.edns().nsid() != null ? PlainFlags.Key.NSID : 0;
        }
        return new PlainFlags.Key(traits, soa, shown == null ? null : shown.timers());
    }

    /** What is said of it, which has these flags. */
    Judgement judgement(PlainFlags.Known flags) {
        SerialNumber serial = soa.serial();
        SerialSummary summary = Summaries.ofOne(serial, scheme, Reference.found(Reference.Kind.MNAME, serial));
        long time =
                summary.timeLag() == null ? DatedSerial.NONE : summary.timeLag().newestSeconds();
        List<ServerRow> rows = servers.rows();
        List<SerialNumber> serials = List.of(serial);
        return new Judgement(
                Verdict.CONSISTENT,
                Reason.NONE,
                null,
                flags.findings(),
                flags.facts(),
                counts(rows.size()),
                summary,
                List.of(new SerialRow(serial, rows.size(), 0, time, operators)),
                List.of(new SourceRow(Sources.FIRST_ID, soa.mname(), soa.rname(), null, operators, hosts, serials)),
                soa,
                List.of(),
                nsSets(),
                rows,
                List.of(primary()),
                null);
    }

    private Counts counts(int addresses) {
        return new Counts(hosts.size(), addresses, addresses, addresses, 0, 0, 0, 1, operators.size(), 1);
    }

    private NsSets nsSets() {
        boolean isParentKnown = evidence.delegation().parentNs() != null;
        boolean isChildKnown = isChildKnown();
        return new NsSets(
                isParentKnown && isChildKnown ? Relation.EQUAL : Relation.UNKNOWN,
                isParentKnown ? hosts : null,
                isChildKnown ? hosts : null);
    }

    private boolean isChildKnown() {
        for (int i = 0; i < evidence.observations().size(); i++) {
            if (evidence.observations().get(i).apexNs() != null) {
                return true;
            }
        }
        return evidence.delegation().childNs() != null;
    }

    private PrimaryRow primary() {
        return new PrimaryRow(
                soa.mname(), PrimaryRow.Standing.IN_NS, List.of(), Outcome.OK, soa.serial(), Position.EQUAL, null);
    }
}
