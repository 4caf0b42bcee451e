package org.zonedrift.output;

import java.util.List;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.RecheckResult;

/** {@code recheck}: what asking again showed. */
final class RecheckFields {

    private static final long NANOS_PER_MICRO = 1_000;

    static final Section ANSWER = new Section("answers");
    static final Key ADDRESS = ANSWER.text("address", "the address asked");
    static final Key OUTCOME = ANSWER.word("outcome", Words.OUTCOMES, "what came of it");
    static final Key SERIAL = ANSWER.uint32("serial", "the serial that it showed");
    static final Key NSID = ANSWER.hex("nsid", "the instance's identity");
    static final Key RTT_MS = ANSWER.decimal("rtt_ms", "round trip of the successful try");

    static final Section ROUND = new Section("rounds");
    static final Key AT = ROUND.time("at", "when the round began");
    static final Key AFTER_S = ROUND.decimal("after_s", "seconds after round 0");
    static final Key ANSWERS = ROUND.objects("answers", ANSWER, "what each address said");

    static final Section SECTION = new Section("recheck");
    static final Key STATE = SECTION.word("state", Words.STATES, "how the serials moved");
    static final Key HINT = SECTION.word("hint", Words.HINTS, "how late the last are");
    static final Key ROUNDS = SECTION.objects("rounds", ROUND, "round 0 and the re-checks");

    static {
        SECTION.require(STATE, ROUNDS);
        ROUND.require(AT, AFTER_S, ANSWERS);
        ANSWER.require(ADDRESS, OUTCOME);
    }

    private RecheckFields() {}

    static void write(ObjectWriter out, RecheckResult result, List<Evidence.Round> rounds) {
        out.word(STATE, Words.STATES, result.state());
        out.word(HINT, Words.HINTS, result.hint());
        out.objects(ROUNDS, rounds, RecheckFields::writeRound);
    }

    private static void writeRound(ObjectWriter out, Evidence.Round round) {
        out.time(AT, round.atMillis());
        out.thousandths(AFTER_S, Math.round(round.afterSeconds() * 1000));
        out.objects(ANSWERS, round.answers(), RecheckFields::writeAnswer);
    }

    private static void writeAnswer(ObjectWriter out, Evidence.RoundAnswer answer) {
        out.at(ADDRESS).address(answer.address().octets());
        out.word(OUTCOME, Words.OUTCOMES, answer.outcome());
        out.serial(SERIAL, answer.serial());
        byte[] nsid = answer.nsid();
        if (nsid != null && nsid.length > 0) {
            out.at(NSID).hex(nsid);
        }
        out.thousandths(RTT_MS, answer.rttNanos() < 0 ? -1 : answer.rttNanos() / NANOS_PER_MICRO);
    }
}
