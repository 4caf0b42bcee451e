package org.zonedrift.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * Queries of which a chosen share is in the resolver's cache: first the warm names once each, then
 * warm ones as often as popular names are asked, mixed with names that nobody has asked before.
 * Confined to its lane.
 */
public final class CacheMix implements Repertoire {

    private final Mix mix;
    private final LaneShare share;
    private final SplittableRandom random;
    private final double[] popularity;
    private int warmed;
    private int cold;
    private long invented;

    /**
     * What is mixed.
     *
     * @param warm names to be asked again and again; the first is the most popular
     * @param cold names to be asked once; begun again only when they are used up
     * @param coldZone where cold names are made up instead, or null
     * @param hit the share of warm queries
     * @param exponent how much more popular the popular are (Zipf): 0.9 to 1.1 in the wild
     */
    public record Mix(
            List<Query> warm, List<Query> cold, @Nullable DomainName coldZone, double hit, double exponent) {

        public Mix {
            warm = List.copyOf(warm);
            cold = List.copyOf(cold);
            if (warm.isEmpty() || cold.isEmpty() && coldZone == null) {
                throw new IllegalArgumentException("a mix needs warm names, and cold ones or a zone for them");
            }
        }

        /** As a source of queries; one seed gives one sequence. */
        public Repertoire.Source source(long seed) {
            return (lane, lanes) -> new CacheMix(this, new LaneShare(lane, lanes), seed);
        }
    }

    private CacheMix(Mix mix, LaneShare share, long seed) {
        this.mix = mix;
        this.share = share;
        this.random = new SplittableRandom(seed * 31 + share.lane());
        this.popularity = popularity(mix.warm().size(), mix.exponent());
        this.warmed = share.lane();
        this.cold = share.lane();
    }

    private static double[] popularity(int names, double exponent) {
        double[] upTo = new double[names];
        double sum = 0;
        for (int rank = 0; rank < names; rank++) {
            sum += Math.pow(rank + 1.0, -exponent);
            upTo[rank] = sum;
        }
        for (int rank = 0; rank < names; rank++) {
            upTo[rank] /= sum;
        }
        return upTo;
    }

    @Override
    public Query next() {
        if (warmed < mix.warm().size()) {
            Query query = mix.warm().get(warmed);
            warmed += share.lanes();
            return query;
        }
        return random.nextDouble() < mix.hit() ? popular() : unheard();
    }

    private Query popular() {
        int found = Arrays.binarySearch(popularity, random.nextDouble());
        return mix.warm().get(Math.min(found < 0 ? -found - 1 : found, popularity.length - 1));
    }

    private Query unheard() {
        DomainName zone = mix.coldZone();
        if (zone != null) {
            String label = "z" + Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX) + invented++;
            return new Query(zone.child(label), mix.warm().get(0).type());
        }
        Query query = mix.cold().get(cold % mix.cold().size());
        cold = (cold + share.lanes()) % mix.cold().size();
        return query;
    }
}
