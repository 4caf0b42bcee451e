package org.zonedrift.sim.world;

import java.util.Arrays;
import java.util.List;
import org.zonedrift.sim.world.Dice.Draw;

/** Which servers are broken for everybody: they do not bear EDNS, or truncate what is short. */
final class Habits {

    /** The big providers' servers are not broken: every second zone would be odd. */
    private final int soundRanks;

    private final Dice dice;
    private final double[] shares;
    private static final Conduct[] KINDS = {
        Conduct.FORMERR_ON_EDNS,
        Conduct.BADVERS_ON_EDNS,
        Conduct.NOTIMP_ON_EDNS,
        Conduct.DROPS_OPTIONS,
        Conduct.TRUNCATES,
    };

    /**
     * Reads the shares.
     *
     * @param places all servers of the world, of which the small providers' have to be broken
     */
    Habits(Parameters parameters, Dice dice, List<Long> places) {
        this.dice = dice;
        this.soundRanks = (int) parameters.number("provider.middle.last");
        long breakable = places.stream()
                .filter(place -> AddressPlan.rankAt(place) > soundRanks)
                .count();
        double scale = (double) places.size() / breakable;
        double[] ofAll = {
            parameters.number("edns.formerr"),
            parameters.number("edns.badvers"),
            parameters.number("edns.notimp"),
            parameters.number("edns.drops-options"),
            parameters.number("truncates-soa"),
        };
        this.shares = Arrays.stream(ofAll).map(share -> share * scale).toArray();
    }

    Conduct at(long place) {
        if (AddressPlan.rankAt(place) <= soundRanks) {
            return Conduct.HONEST;
        }
        double drawn = dice.share(Place.base(place), Draw.TRAIT);
        for (int kind = 0; kind < shares.length; kind++) {
            if (drawn < shares[kind]) {
                return KINDS[kind];
            }
            drawn -= shares[kind];
        }
        return Conduct.HONEST;
    }
}
