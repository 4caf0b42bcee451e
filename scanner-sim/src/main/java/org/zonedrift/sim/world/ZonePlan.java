package org.zonedrift.sim.world;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.sim.world.Dice.Draw;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.SimulatedZone.Sharing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** Draws up a zone from its number: first who serves it, then what goes wrong there. */
final class ZonePlan {

    /** How parent and child disagree about the NS set. */
    enum ParentChild {
        CHILD_HAS_MORE,
        PARENT_HAS_MORE,
        OVERLAP,
        DISJOINT
    }

    private final Dice dice;
    private final ServerChoice choice;
    private final ZoneCopies copies;
    private final Defects defects;
    private final double multiOperator;
    private final double independent;
    private final double drift;
    private final double otherSoa;
    private final Shares nsCount;
    private final double parentChildDiffer;
    private final Shares parentChildKinds;
    private final Shares driftKinds;

    ZonePlan(Parameters parameters, Dice dice, ServerChoice choice) {
        this.dice = dice;
        this.choice = choice;
        this.copies = new ZoneCopies(parameters, dice);
        this.nsCount = parameters.shares("ns.count");
        double several = 1 - nsCount.share(0);
        this.defects = new Defects(parameters, dice, choice, several);
        this.multiOperator = parameters.number("multi-operator") / several;
        this.independent = parameters.number("multi-operator.independent");
        this.drift = parameters.number("drift");
        this.otherSoa = parameters.number("same-serial-other-soa");
        this.parentChildDiffer = parameters.number("parent-child.differ");
        this.parentChildKinds = parameters.shares("parent-child.kinds");
        this.driftKinds = parameters.shares("drift.kinds");
    }

    SimulatedZone zone(long number, DomainName apex, int tld) {
        int count = Integer.parseInt(nsCount.at(dice.share(number, Draw.NS_COUNT)));
        Sharing sharing = sharing(number, count);
        Listed[] listed = listing(number, count);
        ServerChoice.Order order = new ServerChoice.Order(number, apex, tld, count, sharing != Sharing.ONE_OPERATOR);
        List<Seat> seats = defects.strike(order, choice.seats(order, listed));
        Drift drift = drift(number, sharing, count);
        ZoneCopies.Order wanted = new ZoneCopies.Order(number, apex, childNs(seats), sharing, drift);
        seats = copies.fill(wanted, seats);
        if (dice.share(number, Draw.OTHER_SOA) < otherSoa) {
            seats = copies.withOtherTimers(seats);
        }
        return new SimulatedZone(apex, seats, SimulatedZone.Contents.NONE, drift, sharing);
    }

    private Sharing sharing(long number, int count) {
        if (count < 2 || dice.share(number, Draw.MULTI_OPERATOR) >= multiOperator) {
            return Sharing.ONE_OPERATOR;
        }
        return dice.share(number, Draw.INDEPENDENT) < independent ? Sharing.INDEPENDENT : Sharing.ONE_SOURCE;
    }

    private Drift drift(long number, Sharing sharing, int count) {
        if (count < 2 || sharing == Sharing.INDEPENDENT || dice.share(number, Draw.DRIFT) >= drift) {
            return Drift.NONE;
        }
        return Drift.valueOf(driftKinds.at(dice.share(number, Draw.DRIFT_KIND)));
    }

    /** Which side lists each server; servers that only the child lists come last. */
    private Listed[] listing(long number, int count) {
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            listed.add(Listed.BOTH);
        }
        double differ = parentChildDiffer;
        double drawn = dice.share(number, Draw.PARENT_CHILD);
        if (drawn < differ) {
            ParentChild kind = ParentChild.valueOf(parentChildKinds.at(drawn / differ));
            apply(count == 1 && kind != ParentChild.DISJOINT ? ParentChild.CHILD_HAS_MORE : kind, listed);
        }
        return listed.toArray(Listed[]::new);
    }

    private static void apply(ParentChild kind, List<Listed> listed) {
        int last = listed.size() - 1;
        switch (kind) {
            case CHILD_HAS_MORE -> listed.add(Listed.CHILD);
            case PARENT_HAS_MORE -> listed.set(last, Listed.PARENT);
            case OVERLAP -> {
                listed.set(last, Listed.PARENT);
                listed.add(Listed.CHILD);
            }
            case DISJOINT -> {
                listed.replaceAll(both -> Listed.PARENT);
                for (int i = 0; i <= last; i++) {
                    listed.add(Listed.CHILD);
                }
            }
        }
    }

    private static List<DomainName> childNs(List<Seat> seats) {
        return seats.stream()
                .filter(seat -> seat.listed() != Listed.PARENT)
                .map(Seat::host)
                .distinct()
                .toList();
    }
}
