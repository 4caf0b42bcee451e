package org.zonedrift.sim.world;

import org.zonedrift.sim.world.Dice.Draw;

/** Draws for each address how it is reached. */
final class Surroundings {

    private final Dice dice;
    private final double[] anycast;
    private final double[] unicast;
    private final double jitter;
    private final double[] spike;
    private final double[] think;
    private final double background;
    private final double[] someLoss;
    private final double[] badLoss;
    private final double limited;
    private final int answersPerSecond;
    private final int slip;

    Surroundings(Parameters parameters, Dice dice) {
        this.dice = dice;
        this.anycast = parameters.numbers("rtt.anycast");
        this.unicast = parameters.numbers("rtt.unicast");
        this.jitter = parameters.number("rtt.jitter");
        this.spike = parameters.numbers("rtt.spike");
        this.think = parameters.numbers("think.micros");
        this.background = parameters.number("loss.background");
        this.someLoss = parameters.numbers("loss.some");
        this.badLoss = parameters.numbers("loss.bad");
        this.limited = parameters.number("rrl.addresses");
        this.answersPerSecond = (int) parameters.number("rrl.qps");
        this.slip = (int) parameters.number("rrl.slip");
    }

    Circumstances at(long place) {
        boolean limits = dice.share(place, Draw.LIMIT) < limited;
        return new Circumstances(
                rttMillis(place),
                jitter,
                spike[0],
                spike[1],
                think[0],
                think[1],
                loss(place),
                limits ? answersPerSecond : 0,
                slip);
    }

    private double rttMillis(long place) {
        double[] kind = dice.share(place, Draw.RTT_KIND) < anycast[0] ? anycast : unicast;
        return kind[1] * Math.exp(kind[2] * dice.gaussian(place, Draw.RTT));
    }

    private double loss(long place) {
        double drawn = dice.share(place, Draw.LOSS);
        if (drawn < badLoss[0]) {
            return badLoss[1];
        }
        return drawn < badLoss[0] + someLoss[0] ? someLoss[1] : background;
    }
}
