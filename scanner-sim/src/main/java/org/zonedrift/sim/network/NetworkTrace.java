package org.zonedrift.sim.network;

import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.zone.ServerAddress;

/** What happened on the network: counts, and one hash over every event in order. */
public final class NetworkTrace {

    /** What can happen to a packet. */
    public enum Fate {
        DEPARTED,
        REACHED_SERVER,
        REPLIED,
        ARRIVED,
        LOST,
        DUPLICATED,
        CORRUPTED,
        FORGED,
        RATE_LIMITED,
        REFUSED,
        TOO_LATE,
        CONNECTED,
        CLOSED
    }

    private static final Fate[] FATES = Fate.values();
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long[] counts = new long[FATES.length];
    private long hash = 0xcbf29ce484222325L;
    private PacketWitness witness = PacketWitness.BLIND;

    /** The same for two runs in which the same happened at the same times, and else not. */
    public long hash() {
        return hash;
    }

    public long count(Fate fate) {
        return counts[fate.ordinal()];
    }

    void witness(PacketWitness seer) {
        witness = seer;
    }

    void departed(long time, ServerAddress to, Transport transport, int octets) {
        note(Fate.DEPARTED, time, to, octets);
        witness.departed(time, to, transport, octets);
    }

    void note(Fate fate, long time, ServerAddress server, int octets) {
        counts[fate.ordinal()]++;
        mix(fate.ordinal());
        mix(time);
        mix(server.hashCode());
        mix(octets);
    }

    private void mix(long value) {
        hash = (hash ^ value) * FNV_PRIME;
        hash ^= hash >>> 29;
    }
}
