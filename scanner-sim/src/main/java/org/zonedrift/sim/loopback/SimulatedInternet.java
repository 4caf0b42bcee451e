package org.zonedrift.sim.loopback;

import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.sim.answer.Responder;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.ServerAddress;

/** A world whose servers listen on loopback addresses, over UDP and TCP, until it is closed. */
public final class SimulatedInternet implements AutoCloseable {

    /** An unprivileged port that is easy to remember. */
    public static final int DEFAULT_PORT = 5_300;

    /** Tries to find a port that is free on all addresses, where the caller leaves the choice. */
    private static final int PORT_TRIES = 20;

    private final World world;
    private final int port;
    private final Sockets sockets;
    private final List<Channel> channels;

    private SimulatedInternet(World world, int port, Sockets sockets, List<Channel> channels) {
        this.world = world;
        this.port = port;
        this.sockets = sockets;
        this.channels = channels;
    }

    /**
     * Serves the world on all its addresses.
     *
     * @param port the port of every server; 0 takes one that is free
     * @throws UncheckedIOException if an address or port cannot be had
     */
    public static SimulatedInternet serve(World world, int port) {
        Sockets sockets = new Sockets();
        UncheckedIOException failure = new UncheckedIOException(new IOException("no port is free"));
        for (int attempt = 0; attempt < (port == 0 ? PORT_TRIES : 1); attempt++) {
            List<Channel> channels = new ArrayList<>();
            try {
                int bound = bindAll(world, port, sockets, channels);
                return new SimulatedInternet(world, bound, sockets, channels);
            } catch (UncheckedIOException e) {
                channels.forEach(channel -> channel.close().syncUninterruptibly());
                failure = e;
            }
        }
        sockets.close();
        throw failure;
    }

    private static int bindAll(World world, int wanted, Sockets sockets, List<Channel> channels) {
        Responder responder = new Responder(world);
        List<Sockets.Binding> bindings = new ArrayList<>();
        int port = wanted;
        for (long place : world.places()) {
            bindings.add(sockets.bindDatagrams(ServerAddress.of(Place.octets(place), port), responder));
            if (port == 0) {
                port = bindings.get(0).await(channels);
            }
            bindings.add(sockets.bindStreams(ServerAddress.of(Place.octets(place), port), responder));
        }
        for (Sockets.Binding binding : bindings) {
            binding.await(channels);
        }
        return port;
    }

    public World world() {
        return world;
    }

    /** The port of every server. */
    public int port() {
        return port;
    }

    /** The addresses of the root's servers. */
    public List<ServerAddress> rootServers() {
        return world.root().seats().stream()
                .map(seat -> ServerAddress.of(Place.octets(seat.places()[0]), port))
                .toList();
    }

    /** The root hints as a file says them. */
    public String rootHints() {
        return world.rootHints();
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        sockets.close();
    }
}
