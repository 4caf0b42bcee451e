package org.zonedrift.sim.world;

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

    Habits(Parameters parameters, Dice dice) {
        this.dice = dice;
        this.soundRanks = (int) parameters.number("provider.middle.last");
        this.shares = new double[] {
            parameters.number("edns.formerr"),
            parameters.number("edns.badvers"),
            parameters.number("edns.notimp"),
            parameters.number("edns.drops-options"),
            parameters.number("truncates-soa"),
        };
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
