package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.verdict.RecheckResult.State;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialScheme;
import org.zonedrift.zone.SoaRecord;

/** One zone's case: the evidence and what follows from it. Verdict, rows, flags and advice read it. */
final class Case {

    final Evidence evidence;
    final Roll roll;
    final List<Voice> voices;
    final SerialSet serials;
    final Sources sources;

    /** When the last answer came, in seconds since 1970, or -1. */
    final long now;

    /** Whether the serials are the time of the query. */
    final boolean ticking;

    /** Whether the sources are independent of each other and differ: no common time line. */
    final boolean incomparable;

    final History history;
    final @Nullable State state;
    final Agreement agreement;
    final Ruling ruling;
    final Reference reference;
    final @Nullable SoaRecord soa;

    final List<SoaField> soaDiff;
    /** The scheme of all the zone's serials, or that they follow several. */
    final SchemeGuess scheme;

    final NsSets nsSets;
    final List<PrimaryRow> primaries;
    final Set<String> notes;

    /** Who made the serials of each source, in their order; null where nobody knows. */
    private final List<@Nullable Provider> providers;

    /** One for each source, in their order. */
    private final List<SchemeGuess> schemes;

    Case(Evidence evidence, Operators operators) {
        this.evidence = evidence;
        this.roll = new Roll(evidence, operators);
        this.voices = roll.voices();
        this.serials = SerialSet.of(voices);
        this.sources = Sources.among(voices, serials);
        this.now = ClockSerial.nowSeconds(voices);
        this.ticking = ClockSerial.ticksIn(voices);
        this.providers = providers();
        this.schemes = schemes();
        this.scheme = SchemeGuess.common(schemes);
        this.incomparable = serials.size() > 1 && sources.size() > 1 && !ticking && !sources.shareAnOperator();
        this.history = new History(evidence, roll, sources, incomparable);
        this.state = history.state();
        this.agreement = agreement();
        this.ruling = ruling();
        References references = new References(evidence, roll);
        this.reference = incomparable ? Reference.NONE : references.among(voices, serials);
        this.soa = referenceSoa();
        this.soaDiff = SoaDifferences.among(voices);
        this.nsSets = new NsComparison(evidence, roll).of(voices);
        this.primaries = new Primaries(evidence, roll).rows(reference);
        this.notes = gatherNotes();
    }

    private Agreement agreement() {
        if (ticking) {
            return Agreement.EQUAL;
        }
        if (state != State.CONVERGED) {
            return Agreement.of(serials, sources);
        }
        boolean sourcesDiffer = incomparable && distinctNewest() > 1;
        return sourcesDiffer ? Agreement.SOURCES_DIFFER : Agreement.EQUAL;
    }

    private long distinctNewest() {
        return sources.all().stream()
                .map(source -> source.serials().listed().get(0))
                .distinct()
                .count();
    }

    /** A mismatch that a re-check could not clear away stays one, whoever fell silent meanwhile. */
    private Ruling ruling() {
        Ruling plain = Ruling.on(roll, agreement, sources);
        boolean mustStay = state != null && state != State.CONVERGED && history.firstVerdict() == Verdict.MISMATCH;
        return mustStay && plain.verdict() != Verdict.MISMATCH ? Ruling.keptMismatch(sources) : plain;
    }

    private @Nullable SoaRecord referenceSoa() {
        SoaRecord found = null;
        for (Voice voice : voices) {
            boolean isReference = voice.serial().equals(reference.serial());
            if (isReference && voice.ns().host().equals(voice.soa().mname())) {
                return voice.soa();
            }
            found = found == null && isReference ? voice.soa() : found;
        }
        return found;
    }

    /** What earlier stages noted, by the published names of flags. */
    private Set<String> gatherNotes() {
        Set<String> gathered = evidence.delegation().findings();
        for (NameServer ns : evidence.nameServers()) {
            gathered = union(gathered, ns.findings());
        }
        for (Asked at : roll.distinct()) {
            gathered = union(gathered, at.seen().flags());
        }
        return gathered;
    }

    /** Mostly there is nothing to unite. */
    private static Set<String> union(Set<String> one, Set<String> other) {
        if (other.isEmpty() || one.containsAll(other)) {
            return one;
        }
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private List<@Nullable Provider> providers() {
        List<@Nullable Provider> found = new ArrayList<>(sources.size());
        for (Sources.Source source : sources.all()) {
            found.add(providerBehind(source));
        }
        return found;
    }

    private List<SchemeGuess> schemes() {
        if (sources.size() == 1) {
            return List.of(guess(sources.all().get(0)));
        }
        List<SchemeGuess> guesses = new ArrayList<>(sources.size());
        for (Sources.Source source : sources.all()) {
            guesses.add(guess(source));
        }
        return guesses;
    }

    private SchemeGuess guess(Sources.Source source) {
        return Schemes.guess(source.serials().values(), providerOf(source), now);
    }

    /** The scheme of one source's serials. */
    SchemeGuess schemeOf(Sources.Source source) {
        return schemes.get(source.index());
    }

    /** Who made a source's serials: told by its SOA record, else by the one provider of its servers. */
    @Nullable
    Provider providerOf(Sources.Source source) {
        return providers.get(source.index());
    }

    private @Nullable Provider providerBehind(Sources.Source source) {
        Provider shown = roll.providerShownBy(source.voices().get(0).soa());
        if (shown != null) {
            return shown;
        }
        Provider common = null;
        for (Voice voice : source.voices()) {
            Provider own = voice.at().runner().provider();
            if (own == null || (common != null && !common.equals(own))) {
                return null;
            }
            common = own;
        }
        return common;
    }

    /** Whether the provider table says that this source's serials follow no scheme. */
    boolean providerSaysOpaque(Sources.Source source) {
        Provider provider = providerOf(source);
        return provider != null && provider.scheme() == SerialScheme.OPAQUE;
    }

    /** The timers that the provider of the reference SOA gives to every zone, or null. */
    Provider.@Nullable Timers usualTimers() {
        Provider provider = soa == null ? null : roll.providerShownBy(soa);
        return provider == null ? null : provider.timers();
    }

    boolean anySource(Predicate<Sources.Source> test) {
        for (Sources.Source source : sources.all()) {
            if (test.test(source)) {
                return true;
            }
        }
        return false;
    }

    SerialSummary summary() {
        if (incomparable) {
            return Summaries.notComparable(scheme);
        }
        if (ticking) {
            return Summaries.ofClock(serials, scheme, reference);
        }
        return Summaries.of(voices, serials, scheme, reference, now);
    }

    SerialSummary summaryOf(Sources.Source source) {
        Reference own = new References(evidence, roll).among(source.voices(), source.serials());
        return Summaries.of(source.voices(), source.serials(), schemeOf(source), own, now);
    }

    /** What a usable server is measured against; none where independent sources merely differ. */
    Reference referenceFor(Voice voice) {
        if (!incomparable || ruling.verdict() == Verdict.MISMATCH_SOURCES) {
            return reference;
        }
        Sources.Source source = sources.of(voice);
        return new References(evidence, roll).among(source.voices(), source.serials());
    }
}
