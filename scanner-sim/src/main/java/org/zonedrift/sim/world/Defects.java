package org.zonedrift.sim.world;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.sim.world.Dice.Draw;
import org.zonedrift.zone.DomainName;

/** Makes servers of a zone lame or dead, and names of servers lead in circles. */
final class Defects {

    private final Dice dice;
    private final ServerChoice choice;
    private final Loops loops;
    private final double total;
    private final double partial;
    private final Shares kinds;
    private final double cyclic;

    /**
     * Reads the shares.
     *
     * @param several the share of zones with several servers: only they can be partially lame
     */
    Defects(Parameters parameters, Dice dice, ServerChoice choice, double several) {
        this.dice = dice;
        this.choice = choice;
        this.loops = choice.loops();
        this.total = parameters.number("lame.total");
        this.partial = parameters.number("lame.partial") / several;
        this.kinds = parameters.shares("lame.kinds");
        this.cyclic = parameters.number("glueless.cyclic") / several;
    }

    List<Seat> strike(ServerChoice.Order order, List<Seat> sound) {
        List<Seat> seats = new ArrayList<>(sound);
        long number = order.number();
        double lame = dice.share(number, Draw.LAME);
        if (lame < total) {
            for (int index = 0; index < seats.size(); index++) {
                strike(order, seats, index);
            }
        } else if (order.count() > 1 && lame < total + partial) {
            strike(order, seats, dice.below(order.count(), number, Draw.LAME_SEAT));
        }
        if (isCyclic(order)) {
            int last = order.count() - 1;
            Seat seat = seats.get(last);
            DomainName host = loops.host(order.apex(), order.tld());
            seats.set(last, new Seat(host, seat.listed(), new long[0], Conduct.HONEST, seat.copy()));
        }
        return seats;
    }

    /** Whether the last of the zone's server names can be found only by way of itself. */
    boolean isCyclic(ServerChoice.Order order) {
        return order.count() > 1 && dice.share(order.number(), Draw.CYCLE) < cyclic;
    }

    private void strike(ServerChoice.Order order, List<Seat> seats, int index) {
        Conduct kind = Conduct.valueOf(kinds.at(dice.share(order.number(), Draw.LAME_KIND)));
        Seat seat = seats.get(index);
        seats.set(index, kind == Conduct.DEAD ? choice.dead(order, seat, index) : seat.with(kind));
    }
}
