package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Provider;
import org.zonedrift.zone.SoaRecord;

/**
 * What was concluded of plain zones where such a zone was judged in full. Little decides about it, and it repeats from
 * zone to zone. Confined to a lane, as its judge is.
 */
final class Precedents {

    /**
     * All that decides about the verdict and the flags of a plain zone.
     *
     * @param traits what else there is to say of it, a bit for each
     * @param soa whose timers count, and nothing else; null where nobody speaks for the zone
     * @param usual the timers that its provider gives to all zones, or null
     */
    record Key(long traits, @Nullable SoaRecord soa, Provider.@Nullable Timers usual) {

        private boolean decidesLike(Key other) {
            return traits == other.traits && usual == other.usual && hasTimersOf(other.soa);
        }

        private boolean hasTimersOf(@Nullable SoaRecord other) {
            return soa == other || soa != null && other != null && SoaDifferences.hasSameTimers(soa, other);
        }

        private int place() {
            long timers =
                    soa == null ? 0 : soa.refresh() + 31 * (soa.retry() + 31 * (soa.expire() + 31 * soa.minimum()));
            long mixed = (31 * timers + traits) * MIXER;
            return (int) (mixed >>> Long.SIZE - PLACES_BITS);
        }
    }

    /** What was concluded. */
    record Known(Key key, Verdict verdict, Reason reason, List<Flag> findings, List<Flag> facts) {}

    /** Providers have a few sets of timers each, and servers fail in a few ways; some 250 octets a place. */
    private static final int PLACES_BITS = 11;

    /** Odd, and no pattern in it: the golden ratio's. */
    private static final long MIXER = 0x9e3779b97f4a7c15L;

    private final @Nullable Known[] places = new Known[1 << PLACES_BITS];

    /** What is to be concluded of a zone for which this decides, or null where no such zone was judged of late. */
    @Nullable
    Known of(Key key) {
        Known known = places[key.place()];
        return known != null && known.key.decidesLike(key) ? known : null;
    }

    void learn(Key key, Judgement found) {
        places[key.place()] = new Known(key, found.verdict(), found.reason(), found.findings(), found.facts());
    }
}
