package org.zonedrift.exchange;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Course.Oddity;
import org.zonedrift.exchange.Manner.EdnsUse;
import org.zonedrift.wire.DnsMessage;

/**
 * How one question goes on after a try: from EDNS with options down to plain DNS, as far as the
 * server's own words make it necessary (RFC 6891 §7, RFC 8906). Silence never leads to plain DNS: a
 * lost packet says nothing about what a server understands.
 */
final class Ladder {

    /** What to do next. */
    enum Step {
        /** The question has its answer, as good as it gets. */
        END,
        /** Try again at once. */
        AGAIN,
        /** Try again after a pause: the server may just be loading. */
        AGAIN_LATER
    }

    /** Steps down the ladder: no server needs more, and a hostile one shall not get more. */
    private static final int FALLBACKS_MAX = 2;

    /** Once for what cannot be read, once for a network that refuses. */
    private static final int REPETITIONS_MAX = 2;

    private static final int FORMERR = 1;
    private static final int SERVFAIL = 2;
    private static final int NOTIMP = 4;
    private static final int REFUSED = 5;
    private static final int BADVERS = 16;

    private final int triesMax;
    private Manner manner;
    private int tries = 1;
    private int timeouts;
    private int fallbacks;
    private int repetitions;
    private int rcodeFallenFrom = -1;
    private @Nullable Oddity suspicion;
    private @Nullable Oddity oddity;
    private @Nullable Silence repeated;
    private boolean askedAgainAfterRcode;

    Ladder(Manner first, int triesMax) {
        this.manner = first;
        this.triesMax = triesMax;
    }

    /** How the next try is to be put. */
    Manner manner() {
        return manner;
    }

    /** How many waits have ended without a word. */
    int timeouts() {
        return timeouts;
    }

    /** What was odd so far. */
    Set<Oddity> oddities() {
        return oddity == null ? Set.of() : EnumSet.of(oddity);
    }

    /** What follows from a reply to the try that was last put. */
    Step replied(DnsMessage message) {
        return bounded(said(message));
    }

    /** What follows from a try of which nothing readable came. */
    Step failed(Silence why) {
        return bounded(unheard(why));
    }

    /** However a server mixes its troubles, it gets no more tries than silence and the ladder allow. */
    private Step bounded(Step wanted) {
        return wanted != Step.END && tries++ < triesMax + FALLBACKS_MAX ? wanted : Step.END;
    }

    /** Whether a reply to the first try of all says all there is to say. */
    static boolean isSettledBy(DnsMessage message) {
        return message.isTruncated()
                || switch (message.rcode()) {
                    case FORMERR, NOTIMP, BADVERS, SERVFAIL, REFUSED -> false;
                    default -> true;
                };
    }

    private Step said(DnsMessage message) {
        if (message.isTruncated()) {
            return Step.END;
        }
        int rcode = message.rcode();
        return switch (rcode) {
            case FORMERR -> message.edns() == null ? plain(rcode, Oddity.EDNS_UNSUPPORTED) : simpler(rcode);
            case NOTIMP, BADVERS -> plain(rcode, Oddity.EDNS_BROKEN);
            case SERVFAIL -> askOnceMore(Step.AGAIN_LATER);
            case REFUSED -> askOnceMore(Step.AGAIN);
            default -> answered(rcode);
        };
    }

    private Step unheard(Silence why) {
        return switch (why) {
            case TIMED_OUT -> {
                timeouts++;
                manner = withoutOptions();
                yield timeouts < triesMax ? Step.AGAIN : Step.END;
            }
            case MALFORMED, NETWORK_ERROR -> {
                boolean isNews = repeated != why;
                repeated = why;
                yield isNews && repetitions++ < REPETITIONS_MAX ? Step.AGAIN : Step.END;
            }
            case TRUNCATED, CIRCUIT_OPEN, CLOSED -> Step.END;
        };
    }

    private Step plain(int rcode, Oddity shows) {
        if (manner.edns() == EdnsUse.PLAIN || fallbacks == FALLBACKS_MAX) {
            return answered(rcode);
        }
        return fallTo(manner.withEdns(EdnsUse.PLAIN), rcode, shows);
    }

    /** A server that knows EDNS, yet not what we put into it. */
    private Step simpler(int rcode) {
        return manner.options().isEmpty() || fallbacks == FALLBACKS_MAX
                ? plain(rcode, Oddity.EDNS_BROKEN)
                : fallTo(withoutOptions(), rcode, Oddity.EDNS_BROKEN);
    }

    private Step fallTo(Manner simpler, int rcode, Oddity shows) {
        fallbacks++;
        rcodeFallenFrom = rcode;
        suspicion = shows;
        manner = simpler;
        return Step.AGAIN;
    }

    private Step askOnceMore(Step how) {
        if (askedAgainAfterRcode) {
            return answered(SERVFAIL);
        }
        askedAgainAfterRcode = true;
        manner = withoutOptions();
        return how;
    }

    /** It was EDNS only if doing without it changed what the server says. */
    private Step answered(int rcode) {
        if (suspicion != null && rcode != rcodeFallenFrom) {
            oddity = suspicion;
        }
        return Step.END;
    }

    private Manner withoutOptions() {
        return manner.options().isEmpty() ? manner : manner.withOptions(Set.of());
    }
}
