package org.zonedrift.output;

import java.util.List;
import org.zonedrift.verdict.Reference;
import org.zonedrift.verdict.SchemeGuess;
import org.zonedrift.verdict.SerialRow;
import org.zonedrift.verdict.SerialSummary;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.zone.SerialScheme;
import org.zonedrift.zone.ServerAddress;

/** {@code serial} and {@code serials[]}: how the zone's serials stand to one another. */
final class SerialFields {

    private static final long MILLIS = 1000;
    private static final int CONFIDENCES = SchemeGuess.Confidence.values().length;

    static final Section SECTION = new Section("serial");

    static final Key ORDER = SECTION.word("order", Words.ORDERS, "how they can be ordered (RFC 1982)");
    static final Key NEWEST = SECTION.uint32("newest", "only where they can be ordered");
    static final Key OLDEST = SECTION.uint32("oldest", "only where they can be ordered");
    static final Key SPREAD = SECTION.whole("spread", "from oldest to newest");
    static final Key SCHEME = SECTION.word("scheme", Words.SCHEMES, "what the serials are made of");
    static final Key SCHEME_CONFIDENCE =
            SECTION.word("scheme_confidence", Words.CONFIDENCES, "low where other schemes explain them too");
    static final Key SCHEME_ALTERNATIVES = SECTION.words("scheme_alternatives", Words.SCHEMES, "those other schemes");
    static final Section REFERENCE_SECTION = new Section("reference");
    static final Key REFERENCE = SECTION.object("reference", REFERENCE_SECTION, "what the others are measured against");
    static final Key LAG_MAX = SECTION.whole("lag_max", "how far the last is behind the reference");
    static final Key LAG_SECONDS_EST = SECTION.whole("lag_seconds_est", "that lag as time, from dated serials");
    static final Key LAG_BASIS = SECTION.word("lag_basis", Words.SCHEMES, "the scheme that the time is read from");
    static final Key LAG_GRANULARITY_S = SECTION.whole("lag_granularity_s", "how exact that time is");
    static final Key NEWEST_TIME = SECTION.time("newest_time", "when the newest serial says it was made");
    static final Key STALE_AT_LEAST_S =
            SECTION.whole("stale_at_least_s", "how long the last has been behind, at least");

    static final Key REFERENCE_KIND = REFERENCE_SECTION.word("kind", Words.REFERENCES, "what makes it the reference");
    static final Key REFERENCE_SERIAL = REFERENCE_SECTION.uint32("serial", "the serial itself");
    static final Key REFERENCE_ADDRESS =
            REFERENCE_SECTION.text("address", "whose serial it is, where the user chose (--reference)");

    static final Section EACH = new Section("serials");
    static final Key SERIAL = EACH.uint32("serial", "the serial");
    static final Key ADDRESSES = EACH.whole("addresses", "usable addresses that show it");
    static final Key LAG = EACH.signed("lag", "reference minus serial (RFC 1982), positive when behind");
    static final Key TIME_EST = EACH.time("time_est", "when it says it was made");
    static final Key OPERATORS = EACH.texts("operators", "who shows it");

    static {
        SECTION.require(ORDER, SCHEME, REFERENCE);
        REFERENCE_SECTION.require(REFERENCE_KIND);
        EACH.require(SERIAL, ADDRESSES, OPERATORS);
    }

    private SerialFields() {}

    static void write(ObjectWriter out, SerialSummary summary) {
        out.word(ORDER, Words.ORDERS, summary.order());
        out.serial(NEWEST, summary.newest());
        out.serial(OLDEST, summary.oldest());
        out.known(SPREAD, summary.spread());
        writeScheme(out, summary.scheme());
        writeReference(out, REFERENCE, summary.reference());
        out.known(LAG_MAX, summary.lagMax());
        SerialSummary.TimeLag time = summary.timeLag();
        if (time != null) {
            writeTimeLag(out, time);
        }
    }

    private static void writeScheme(ObjectWriter out, SchemeGuess guess) {
        long number = numberOf(guess);
        Phrases known = out.repetitions().schemes();
        if (out.repeats(known, number)) {
            return;
        }
        int mark = out.mark();
        out.word(SCHEME, Words.SCHEMES, guess.scheme());
        if (guess.scheme() != SerialScheme.MIXED) {
            out.word(SCHEME_CONFIDENCE, Words.CONFIDENCES, guess.confidence());
        }
        out.words(SCHEME_ALTERNATIVES, Words.SCHEMES, guess.alternatives());
        out.keep(known, number, mark);
    }

    /** A number for a guess that stands alone. */
    private static long numberOf(SchemeGuess guess) {
        SchemeGuess.Confidence confidence = guess.confidence();
        return guess.alternatives().isEmpty() && confidence != null
                ? (long) guess.scheme().ordinal() * CONFIDENCES + confidence.ordinal()
                : Phrases.NONE;
    }

    static void writeReference(ObjectWriter out, Key key, Reference reference) {
        out.begin(key);
        out.word(REFERENCE_KIND, Words.REFERENCES, reference.kind());
        out.serial(REFERENCE_SERIAL, reference.serial());
        ServerAddress address = reference.address();
        if (address != null) {
            out.at(REFERENCE_ADDRESS).address(address.octets());
        }
        out.end();
    }

    private static void writeTimeLag(ObjectWriter out, SerialSummary.TimeLag time) {
        if (time.lagSeconds() >= 0) {
            out.number(LAG_SECONDS_EST, time.lagSeconds());
            out.word(LAG_BASIS, Words.SCHEMES, time.basis());
            out.number(LAG_GRANULARITY_S, time.granularitySeconds());
        }
        out.time(NEWEST_TIME, time.newestSeconds() * MILLIS);
        out.known(STALE_AT_LEAST_S, time.staleAtLeastSeconds());
    }

    static void writeAll(ObjectWriter out, Key key, List<SerialRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.begin(key);
        for (int i = 0; i < rows.size(); i++) {
            out.beginItem();
            writeEach(out, rows.get(i));
            out.end();
        }
        out.endArray();
    }

    private static void writeEach(ObjectWriter out, SerialRow row) {
        out.serial(SERIAL, row.serial());
        out.number(ADDRESSES, row.addresses());
        if (row.lag() != ServerRow.NO_LAG) {
            out.number(LAG, row.lag());
        }
        out.time(TIME_EST, row.timeSeconds() < 0 ? -1 : row.timeSeconds() * MILLIS);
        out.texts(OPERATORS, row.operators());
    }
}
