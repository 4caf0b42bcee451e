package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SerialScheme;
import org.zonedrift.zone.SoaRecord;

/** Lays a case out in the rows of a record: one for each server, each serial, each source. */
final class Rows {

    private final Case zone;

    Rows(Case zone) {
        this.zone = zone;
    }

    List<ServerRow> servers() {
        List<Asked> asked = zone.roll.asked();
        ServerRow[] rows = new ServerRow[asked.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = server(asked.get(i));
        }
        return List.of(rows);
    }

    private ServerRow server(Asked at) {
        Observation seen = at.seen();
        Voice voice = zone.roll.voiceAt(at);
        Reference reference = voice == null ? Reference.NONE : zone.referenceFor(voice);
        return new ServerRow(
                at.ns(),
                at.located(),
                seen,
                zone.roll.operatorAt(at),
                voice == null ? null : zone.sources.of(voice).id(),
                voice == null ? null : position(voice, reference),
                voice == null ? ServerRow.NO_LAG : lag(voice.serial(), reference),
                at.repetition(),
                differing(seen.soa()),
                differing(seen.apexNs()),
                seen.flags().isEmpty() ? List.of() : List.copyOf(new TreeSet<>(seen.flags())));
    }

    private @Nullable Position position(Voice voice, Reference reference) {
        Position position = Position.of(voice.serial(), reference);
        return zone.ticking && position != null ? Position.EQUAL : position;
    }

    private int lag(SerialNumber serial, Reference reference) {
        int lag = Position.lag(serial, reference);
        return zone.ticking && lag != ServerRow.NO_LAG ? 0 : lag;
    }

    private @Nullable SoaRecord differing(@Nullable SoaRecord own) {
        return own == null || SoaDifferences.isSameButSerial(zone.soa, own) ? null : own;
    }

    private @Nullable List<DomainName> differing(@Nullable Set<DomainName> own) {
        List<DomainName> common = zone.nsSets.child();
        if (own == null || (common != null && common.size() == own.size())) {
            return null;
        }
        return own.stream().sorted().toList();
    }

    List<SerialRow> serials() {
        SerialScheme scheme = zone.voices.isEmpty() ? SerialScheme.OPAQUE : zone.scheme.scheme();
        List<SerialNumber> listed = listedSerials();
        SerialRow[] rows = new SerialRow[listed.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = serial(listed.get(i), scheme);
        }
        return List.of(rows);
    }

    private SerialRow serial(SerialNumber serial, SerialScheme scheme) {
        List<Voice> showing = showing(serial);
        return new SerialRow(
                serial,
                showing.size(),
                lag(serial, zone.reference),
                DatedSerial.timeOf(scheme, serial.value()),
                operatorsOf(showing));
    }

    private List<Voice> showing(SerialNumber serial) {
        if (zone.serials.size() == 1) {
            return zone.voices;
        }
        List<Voice> showing = new ArrayList<>(zone.voices.size());
        for (Voice voice : zone.voices) {
            if (voice.serial().equals(serial)) {
                showing.add(voice);
            }
        }
        return showing;
    }

    /** The distinct operators of some servers, sorted. */
    private List<String> operatorsOf(List<Voice> some) {
        if (zone.roll.distinctOperators().size() == 1) {
            return zone.roll.distinctOperators();
        }
        TreeSet<String> operators = new TreeSet<>();
        for (Voice voice : some) {
            operators.add(voice.operator());
        }
        return List.copyOf(operators);
    }

    /** Numbers of independent sources have no order but that of numbers. */
    private List<SerialNumber> listedSerials() {
        if (!zone.incomparable) {
            return zone.serials.listed();
        }
        List<SerialNumber> descending = new ArrayList<>();
        long[] values = zone.serials.values();
        for (int i = values.length - 1; i >= 0; i--) {
            descending.add(SerialNumber.of(values[i]));
        }
        return descending;
    }

    List<SourceRow> sources() {
        SourceRow[] rows = new SourceRow[zone.sources.size()];
        for (Sources.Source source : zone.sources.all()) {
            rows[source.index()] = source(source);
        }
        return List.of(rows);
    }

    private SourceRow source(Sources.Source source) {
        return new SourceRow(
                source.id(),
                source.key().mname(),
                source.key().rname(),
                zone.sources.size() > 1 ? zone.summaryOf(source) : null,
                operatorsOf(source.voices()),
                zone.roll.hostsOf(source.voices()),
                source.serials().listed());
    }
}
