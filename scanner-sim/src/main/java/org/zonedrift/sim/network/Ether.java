package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.zonedrift.sim.network.NetworkTrace.Fate;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** What lies between the scanner and the servers: time, chance, weather and what it did. */
final class Ether {

    private static final byte[] CLIENT_IPV4 = {(byte) 192, 0, 2, 1};
    private static final byte[] CLIENT_IPV6 = {0x20, 0x01, 0x0d, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final int FIRST_CLIENT_PORT = 1024;
    private static final int CLIENT_PORTS = 64_000;

    private final Timeline timeline;
    private final Chance chance;
    private final Climate climate;
    private final NetworkTrace trace;
    private final Map<ServerAddress, TokenBucket> patience = new HashMap<>();
    private int clients;

    Ether(Timeline timeline, SplittableRandom random, Climate climate, NetworkTrace trace) {
        this.timeline = timeline;
        this.chance = new Chance(random);
        this.climate = climate;
        this.trace = trace;
    }

    Timeline timeline() {
        return timeline;
    }

    NetworkTrace trace() {
        return trace;
    }

    SplittableRandom random() {
        return chance.random();
    }

    /** A local address and port that nobody else has. */
    InetSocketAddress nextClient(AddressFamily family) {
        int port = FIRST_CLIENT_PORT + clients++ % CLIENT_PORTS;
        byte[] octets = family == AddressFamily.IPV4 ? CLIENT_IPV4 : CLIENT_IPV6;
        return ServerAddress.of(octets, port).socketAddress();
    }

    ByteBuf buffer(int capacity) {
        return PooledByteBufAllocator.DEFAULT.heapBuffer(capacity);
    }

    Weather weatherAt(ServerAddress server) {
        return climate.at(server);
    }

    void note(Fate fate, ServerAddress server, int octets) {
        trace.note(fate, timeline.now(), server, octets);
    }

    /** Whether something with this share of cases happens now. */
    boolean happens(double share) {
        return chance.happens(share);
    }

    /** Whether a packet is lost on one way, which is noted. */
    boolean loses(Weather weather, ServerAddress server, int octets) {
        if (chance.loses(weather, timeline.now())) {
            note(Fate.LOST, server, octets);
            return true;
        }
        return false;
    }

    /** How long a packet is under way now. */
    long travelNanos(Weather weather) {
        return chance.travelNanos(weather);
    }

    /** How long a server thinks about this answer. */
    long thinkNanos(Weather weather) {
        return chance.thinkNanos(weather);
    }

    /** The patience of the server, which has a limit. */
    TokenBucket patience(ServerAddress server, RateLimit limit) {
        return patience.computeIfAbsent(server, at -> new TokenBucket(limit, timeline.now()));
    }
}
