package org.zonedrift.verdict;

import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.DomainName;

/** What decides, its timers aside, about the verdict and the flags of a plain zone: a bit for each trait. */
final class PlainTraits {

    private static final Outcome[] OUTCOMES = Outcome.values();

    /** Below these stand the outcomes that there are, a bit for each. */
    private static final int FIRST = OUTCOMES.length;

    private static final long SEVERAL_OPERATORS = 1L << FIRST;
    private static final long ONE_PREFIX = 1L << FIRST + 1;
    private static final long RECURSION = 1L << FIRST + 2;
    private static final long NSID = 1L << FIRST + 3;
    private static final long PLACEHOLDER = 1L << FIRST + 4;
    private static final long ONE_SERVER = 1L << FIRST + 5;
    private static final long ONE_ADDRESS = 1L << FIRST + 6;
    private static final long SHARED_ADDRESS = 1L << FIRST + 7;
    private static final long ONE_SPEAKS = 1L << FIRST + 8;
    private static final long ONE_FAMILY_SERVES = 1L << FIRST + 9;
    private static final long LOOKS_EXPIRED = 1L << FIRST + 10;

    /** Above these stands how the primary answers. */
    private static final int PRIMARY = FIRST + 11;

    private static final long MAY_HAVE_EXPIRED = mayHaveExpired();

    private final Crew crew;
    private final PlainAnswers answers;

    private PlainTraits(Crew crew, PlainAnswers answers) {
        this.crew = crew;
        this.answers = answers;
    }

    /** The traits of a zone that has these servers, which gave these answers. */
    static long of(DomainName zone, Crew crew, PlainAnswers answers, @Nullable PlainVoice voice) {
        PlainTraits traits = new PlainTraits(crew, answers);
        long some = answers.outcomes() | traits.ofServers() | traits.ofAnswers();
        some |= answers.areAllUsable() ? 0 : traits.ofFailures();
        return voice == null ? some : some | ofVoice(voice, zone);
    }

    private static long ofVoice(PlainVoice voice, DomainName zone) {
        long primary = 1L + voice.primary().outcome().ordinal();
        return bit(voice.hasPlaceholder(zone), PLACEHOLDER) | primary << PRIMARY;
    }

    private long ofServers() {
        return bit(crew.operators.size() > 1, SEVERAL_OPERATORS)
                | bit(crew.lieTogether, ONE_PREFIX)
                | bit(crew.hosts.size() == 1, ONE_SERVER)
                | bit(crew.addresses() == 1, ONE_ADDRESS)
                | bit(crew.shareAddresses(), SHARED_ADDRESS);
    }

    private long ofAnswers() {
        return bit(answers.offerRecursion(), RECURSION)
                | bit(answers.haveNsid(), NSID)
                | bit(Long.bitCount(answers.usable()) == 1, ONE_SPEAKS);
    }

    private long ofFailures() {
        return bit(onlyOneFamilyServes(), ONE_FAMILY_SERVES)
                | bit((answers.outcomes() & MAY_HAVE_EXPIRED) != 0 && someLookExpired(), LOOKS_EXPIRED);
    }

    private static long bit(boolean holds, long trait) {
        return holds ? trait : 0;
    }

    /** Whether some server serves at all its addresses of one family that were asked, at none of the other. */
    private boolean onlyOneFamilyServes() {
        for (int i = 0; i < crew.members.size(); i++) {
            long four = crew.members.get(i).ipv4() & answers.asked();
            long six = crew.members.get(i).ipv6() & answers.asked();
            if (four != 0 && six != 0 && (serveAll(four) && serveNone(six) || serveNone(four) && serveAll(six))) {
                return true;
            }
        }
        return false;
    }

    private boolean serveAll(long addresses) {
        return (addresses & ~answers.usable()) == 0;
    }

    private boolean serveNone(long addresses) {
        return (addresses & answers.usable()) == 0;
    }

    /** Whether one looks as if it had lost the zone, while others of its operator serve it. */
    private boolean someLookExpired() {
        for (int i = 0; i < crew.addresses(); i++) {
            if (ServerFlags.looksExpired(answers.at(i).outcome()) && isServedBy(operatorAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isServedBy(String operator) {
        for (int i = 0; i < crew.addresses(); i++) {
            if (answers.at(i).isUsable() && operatorAt(i).equals(operator)) {
                return true;
            }
        }
        return false;
    }

    private String operatorAt(int place) {
        return crew.runnerAt(place).id();
    }

    private static long mayHaveExpired() {
        long bits = 0;
        for (Outcome outcome : OUTCOMES) {
            bits |= ServerFlags.looksExpired(outcome) ? PlainAnswers.bitOf(outcome) : 0;
        }
        return bits;
    }
}
