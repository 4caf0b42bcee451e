package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.probe.Observation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/**
 * What the servers of a plain zone say with one voice: a SOA record of which there is nothing to say by itself.
 *
 * @param shown the provider that it points to, or null
 */
record PlainVoice(
        SoaRecord soa, PlainPrimary primary, @Nullable Provider shown, SchemeGuess scheme) {

    /** What these answers say, which show this record; null where there is more to say of it. */
    static @Nullable PlainVoice of(SoaRecord soa, Evidence evidence, PlainAnswers answers, Operators directory) {
        if (!isPlain(soa, evidence.observations())) {
            return null;
        }
        PlainPrimary primary = PlainPrimary.of(soa, answers);
        if (primary == null) {
            return null;
        }
        Provider shown = directory.providerShownBy(soa, evidence.delegation().zone());
        if (shown != null && answers.crew().includeOwn) {
            return null; // A provider's product under the zone's own names.
        }
        Provider maker = shown == null ? answers.provider() : shown;
        long serial = soa.serial().value();
        long now = ClockSerial.nowAmong(evidence.observations());
        SchemeGuess scheme = Schemes.guess(new long[] {serial}, maker, now);
        return SerialFlags.isOrdinary(serial, scheme.scheme(), maker, now)
                ? new PlainVoice(soa, primary, shown, scheme)
                : null;
    }

    private static boolean isPlain(SoaRecord soa, List<Observation> observations) {
        return !NameFlags.isNoPlace(soa.mname())
                && Mailbox.isPlain(soa.rname())
                && !ClockSerial.mayTick(soa.serial(), observations);
    }

    boolean hasPlaceholder(DomainName zone) {
        return NameFlags.isPlaceholder(soa.rname(), zone);
    }

    Provider.@Nullable Timers usualTimers() {
        return shown == null ? null : shown.timers();
    }

    SerialSummary summary() {
        return Summaries.ofOne(soa.serial(), scheme, primary.reference(soa));
    }

    SerialRow serialRow(PlainAnswers answers) {
        SerialNumber serial = soa.serial();
        long time = DatedSerial.timeOf(scheme.scheme(), serial.value());
        return new SerialRow(serial, Long.bitCount(answers.usable()), 0, time, answers.operators());
    }

    SourceRow sourceRow(PlainAnswers answers) {
        return new SourceRow(
                Sources.FIRST_ID,
                soa.mname(),
                soa.rname(),
                null,
                answers.operators(),
                answers.hosts(),
                List.of(soa.serial()));
    }
}
