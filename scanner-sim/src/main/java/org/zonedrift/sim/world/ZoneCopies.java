package org.zonedrift.sim.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zonedrift.sim.world.Dice.Draw;
import org.zonedrift.sim.world.Serials.Scheme;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.SimulatedZone.Sharing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** Which version of a zone each of its servers holds. */
final class ZoneCopies {

    /** Refresh, retry, expire, minimum and TTL, as common providers set them. */
    private static final long[][] TIMERS = {
        {7_200, 3_600, 1_209_600, 3_600, 86_400},
        {28_800, 7_200, 1_209_600, 600, 3_600},
        {10_000, 2_400, 604_800, 1_800, 1_800},
        {3_600, 900, 1_209_600, 300, 3_600},
        {43_200, 7_200, 1_209_600, 3_600, 3_600},
    };

    /** Busy zones change so often, in seconds. */
    private static final long BUSY_EVERY = 4;

    /** So far behind are secondaries that catch up before the default re-check, in seconds. */
    private static final long SOON = 8;

    /** So far behind are secondaries that follow and never catch up, in seconds. */
    private static final long LATE = 600;

    private final Dice dice;
    private final Serials serials;
    private final Shares schemes;
    private final double independentMismatch;

    /** What is asked for: the zone, its NS set, and how its versions differ. */
    record Order(long number, DomainName apex, List<DomainName> childNs, Sharing sharing, Drift drift) {}

    ZoneCopies(Parameters parameters, Dice dice) {
        this.dice = dice;
        this.serials = new Serials(parameters, dice);
        this.schemes = parameters.shares("scheme.mix");
        this.independentMismatch = parameters.number("multi-operator.independent.mismatch");
    }

    List<Seat> fill(Order order, List<Seat> seats) {
        Copy newest = newest(order, seats.get(0).host());
        Copy second = order.sharing() == Sharing.INDEPENDENT ? second(order, newest, seats) : newest;
        boolean drifts = order.drift() != Drift.NONE;
        Copy behind = drifts ? behind(order, newest) : newest;
        DomainName home = seats.get(0).host().parent();
        int laggard = drifts ? laggard(order, seats) : -1;
        List<Seat> filled = new ArrayList<>(seats.size());
        for (int index = 0; index < seats.size(); index++) {
            Seat seat = seats.get(index);
            boolean elsewhere = !seat.host().parent().equals(home);
            filled.add(seat.with(index == laggard ? behind : elsewhere ? second : newest));
        }
        return filled;
    }

    /** The server that does not keep up: one that is heard, and not the first of these; -1 without such. */
    private int laggard(Order order, List<Seat> seats) {
        List<Integer> heard = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        for (int index = 0; index < seats.size(); index++) {
            Seat seat = seats.get(index);
            long already = Arrays.stream(seat.places()).filter(taken::contains).count();
            if (seat.conduct().outcome().isUsable() && already < seat.places().length) {
                heard.add(index);
            }
            Arrays.stream(seat.places()).forEach(taken::add);
        }
        return heard.size() < 2 ? -1 : heard.get(1 + dice.below(heard.size() - 1, order.number(), Draw.LAGGARD));
    }

    /** The same servers; the second of them refreshes at other intervals than it should. */
    List<Seat> withOtherTimers(List<Seat> seats) {
        if (seats.size() < 2) {
            return seats;
        }
        List<Seat> changed = new ArrayList<>(seats);
        Copy copy = seats.get(1).copy();
        SoaRecord s = copy.soa();
        SoaRecord other = new SoaRecord(
                s.mname(), s.rname(), s.serial(), 2 * s.refresh(), s.retry(), s.expire(), s.minimum(), s.ttl());
        changed.set(1, seats.get(1).with(new Copy(other, copy.serial(), copy.apexNs())));
        return changed;
    }

    private Copy newest(Order order, DomainName primary) {
        Scheme scheme = scheme(order.number(), Draw.SCHEME);
        DomainName mailbox = order.apex().child("hostmaster");
        if (order.drift() == Drift.MOVING || order.drift() == Drift.CONVERGED) {
            return copy(order, primary, mailbox, Course.clock(BUSY_EVERY, 0));
        }
        long serial = serials.newest(scheme, order.number(), Draw.SERIAL);
        return copy(order, primary, mailbox, Course.fixed(serial));
    }

    /** What the second of two independent primaries holds. */
    private Copy second(Order order, Copy first, List<Seat> seats) {
        DomainName primary = seats.get(seats.size() - 1).host();
        DomainName mailbox = primary.parent().child("hostmaster");
        if (dice.share(order.number(), Draw.INDEPENDENT_MISMATCH) >= independentMismatch) {
            return copy(order, primary, mailbox, first.serial());
        }
        Scheme scheme = scheme(order.number(), Draw.SECOND_SCHEME);
        long serial = serials.newest(scheme, order.number(), Draw.SECOND_SERIAL);
        long other = serial == first.soa().serial().value() ? serial + 1 : serial;
        return copy(order, primary, mailbox, Course.fixed(other));
    }

    /** What a secondary holds that does not keep up. */
    private Copy behind(Order order, Copy newest) {
        return switch (order.drift()) {
            case CONVERGED -> new Copy(newest.soa(), Course.clock(BUSY_EVERY, SOON), newest.apexNs());
            case MOVING -> new Copy(newest.soa(), Course.clock(BUSY_EVERY, LATE), newest.apexNs());
            default -> {
                Scheme scheme = scheme(order.number(), Draw.SCHEME);
                long lagging = serials.lagging(scheme, newest.soa().serial().value(), order.number());
                yield new Copy(newest.soa(), Course.fixed(lagging), newest.apexNs());
            }
        };
    }

    private Scheme scheme(long number, Draw draw) {
        return Scheme.valueOf(schemes.at(dice.share(number, draw)));
    }

    private Copy copy(Order order, DomainName primary, DomainName mailbox, Course serial) {
        long[] t = TIMERS[dice.below(TIMERS.length, order.number(), Draw.TIMERS)];
        SoaRecord soa = new SoaRecord(primary, mailbox, serial.at(0), t[0], t[1], t[2], t[3], t[4]);
        return new Copy(soa, serial, order.childNs());
    }
}
