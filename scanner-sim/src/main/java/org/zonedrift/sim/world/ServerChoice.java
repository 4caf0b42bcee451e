package org.zonedrift.sim.world;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.sim.world.Dice.Draw;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** Chooses the providers of a zone, and which of their servers under which names. */
final class ServerChoice {

    private static final Copy NO_COPY = new Copy(
            new SoaRecord(DomainName.ROOT, DomainName.ROOT, SerialNumber.of(0), 0, 0, 0, 0, 0),
            Course.fixed(0),
            List.of());

    private final Dice dice;
    private final Providers providers;
    private final ServerNames names;
    private final int tlds;
    private final double vanity;
    private final double[] fading;
    private final Shares depths;

    /**
     * What is asked for.
     *
     * @param count servers that the parent lists, or both sides
     * @param shared whether two providers share them
     */
    record Order(long number, DomainName apex, int tld, int count, boolean shared) {}

    ServerChoice(Parameters parameters, Dice dice, Providers providers, ServerNames names) {
        this.dice = dice;
        this.providers = providers;
        this.names = names;
        this.tlds = names.tldCount();
        this.vanity = parameters.number("ns.vanity");
        this.fading = parameters.numbers("ns.vanity.fading");
        this.depths = parameters.shares("glueless.depth");
    }

    /** The provider of a zone's server with this index among so many. */
    private int rankOf(Order order, int index) {
        int first = firstRank(order);
        return isSecond(order, index) ? secondRank(order, first) : first;
    }

    /** Whether the server is one of the second provider's. */
    private static boolean isSecond(Order order, int index) {
        return order.shared() && index % order.count() >= (order.count() + 1) / 2;
    }

    private int firstRank(Order order) {
        return providers.rankAt(dice.share(order.number(), Draw.PROVIDER));
    }

    private int secondRank(Order order, int first) {
        int second = providers.rankAt(dice.share(order.number(), Draw.SECOND_PROVIDER));
        return second != first ? second : second % providers.count() + 1;
    }

    /** The zone's servers, without contents yet. */
    List<Seat> seats(Order order, Listed[] listed) {
        double naming = dice.share(order.number(), Draw.NAMING);
        boolean own = naming < vanityOf(order.number()) && !order.shared();
        int first = firstRank(order);
        int second = order.shared() ? secondRank(order, first) : first;
        DomainName home = domain(order, first);
        DomainName other = order.shared() ? domain(order, second) : home;
        List<Seat> seats = new ArrayList<>(listed.length);
        for (int index = 0; index < listed.length; index++) {
            boolean elsewhere = isSecond(order, index);
            int rank = elsewhere ? second : first;
            int slot = slot(order, rank, index, listed.length);
            DomainName host = own ? order.apex().child("ns" + (index + 1)) : names.live(elsewhere ? other : home, slot);
            seats.add(new Seat(host, listed[index], names.livePlaces(rank, slot), Conduct.HONEST, NO_COPY));
        }
        return seats;
    }

    /** How likely the zone has server names of its own: the more zones, the rarer the new names. */
    private double vanityOf(long number) {
        return number <= fading[0] ? vanity : vanity * Math.pow(number / fading[0], -fading[1]);
    }

    /** A consecutive slice of the provider's pool, where the zone's number says. */
    private int slot(Order order, int rank, int index, int wanted) {
        int pool = Math.max(providers.pool(rank), wanted);
        return (dice.below(providers.pool(rank), order.number(), Draw.SLICE) + index) % pool;
    }

    /** The domain in which a zone's server names lie: far from glue or near it. */
    DomainName domain(Order order, int rank) {
        double drawn = dice.share(order.number(), Draw.DEPTH);
        int depth = depths.indexAt(drawn) + 1;
        if (depth == 0) {
            return names.domain(rank, 0, order.tld());
        }
        int away = 1 + dice.below(tlds - 1, order.number(), Draw.AWAY);
        return names.domain(rank, depth - 1, (order.tld() + away) % tlds);
    }

    Loops loops() {
        return names.loops();
    }

    /** The same server as one that never answers, under a name that says so where it is a provider's. */
    Seat dead(Order order, Seat seat, int index) {
        int rank = rankOf(order, index);
        boolean own = seat.host().isBelow(order.apex());
        DomainName host = own ? seat.host() : names.dark(seat.host().parent(), index);
        return new Seat(host, seat.listed(), names.darkPlaces(rank, index), Conduct.DEAD, seat.copy());
    }
}
