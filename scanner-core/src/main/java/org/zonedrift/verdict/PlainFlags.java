package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Provider;
import org.zonedrift.zone.SoaRecord;

/**
 * The flags of plain zones, as they were found where such a zone was judged in full. Little decides about them, and
 * it repeats from zone to zone. Confined to a lane, as its judge is.
 */
final class PlainFlags {

    /**
     * All that decides about the flags of a plain zone.
     *
     * @param traits what else there is to say of it, a bit for each
     * @param soa whose timers count, and nothing else
     * @param usual the timers that its provider gives to all zones, or null
     */
    record Key(int traits, SoaRecord soa, Provider.@Nullable Timers usual) {

        static final int SEVERAL_OPERATORS = 1;
        static final int ONE_PREFIX = 2;
        static final int RECURSION = 4;
        static final int NSID = 8;
        static final int PLACEHOLDER = 16;

        private boolean decidesLike(Key other) {
            return traits == other.traits && usual == other.usual && SoaDifferences.hasSameTimers(soa, other.soa);
        }

        private int place() {
            long mixed = soa.refresh() + 31 * (soa.retry() + 31 * (soa.expire() + 31 * (soa.minimum() + traits)));
            return (int) (mixed ^ mixed >>> 16) & PLACES - 1;
        }
    }

    /** What was found. */
    record Known(Key key, List<Flag> findings, List<Flag> facts) {}

    /** Providers have a few sets of timers each; some 250 octets a place. A power of two. */
    private static final int PLACES = 1 << 10;

    private final @Nullable Known[] places = new Known[PLACES];

    /** The flags of a zone for which this decides, or null where no such zone was judged of late. */
    @Nullable
    Known of(Key key) {
        Known known = places[key.place()];
        return known != null && known.key.decidesLike(key) ? known : null;
    }

    void learn(Key key, Judgement found) {
        places[key.place()] = new Known(key, found.findings(), found.facts());
    }
}
