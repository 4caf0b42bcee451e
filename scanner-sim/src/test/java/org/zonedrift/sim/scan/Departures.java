package org.zonedrift.sim.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.sim.network.PacketWitness;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.ServerAddress;

/** Counts what leaves in every second that begins with a packet, and notes where that is more than was promised. */
final class Departures implements PacketWitness {

    private static final long SECOND = 1_000_000_000L;

    private final Politeness politeness;
    private final Map<String, ArrayDeque<Long>> byAddress = new HashMap<>();
    private final ArrayDeque<Long> all = new ArrayDeque<>();
    private final List<String> excesses = new ArrayList<>();
    private long count;

    Departures(Politeness politeness) {
        this.politeness = politeness;
    }

    @Override
    public void departed(long time, ServerAddress to, Transport transport, int octets) {
        count++;
        if (politeness.perServer() > 0) {
            String address = AddressText.write(to.octets());
            // As many at once as in a second, and then no more than the rate.
            check(
                    byAddress.computeIfAbsent(address, server -> new ArrayDeque<>()),
                    time,
                    2 * politeness.perServer() + 1);
        }
        if (politeness.total() > 0) {
            // At once a hundredth of what leaves in a second.
            check(all, time, politeness.total() + politeness.total() / 100 + 2);
        }
    }

    private void check(ArrayDeque<Long> times, long now, int most) {
        times.addLast(now);
        while (times.peekFirst() <= now - SECOND) {
            times.removeFirst();
        }
        if (times.size() > most) {
            excesses.add(times.size() + " packets in a second, where " + most + " may leave");
        }
    }

    List<String> excesses() {
        return excesses;
    }

    long count() {
        return count;
    }
}
