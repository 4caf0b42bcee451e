package org.zonedrift.sim.loopback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.sim.answer.Responder;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.network.WeatheredServer;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** A world whose servers listen on loopback addresses, over UDP and TCP, until it is closed. */
public final class SimulatedInternet implements AutoCloseable {

    /** An unprivileged port that is easy to remember. */
    public static final int DEFAULT_PORT = 5_300;

    /** Tries to find a port that is free on all addresses, where the caller leaves the choice. */
    private static final int PORT_TRIES = 20;

    /** As good as any other of a world's addresses. */
    private static final ServerAddress SOME_PLACE = ServerAddress.of(new byte[] {127, 53, 0, 1}, 0);

    private final World world;
    private final int port;
    private final Sockets sockets;

    private SimulatedInternet(World world, int port, Sockets sockets) {
        this.world = world;
        this.port = port;
        this.sockets = sockets;
    }

    /**
     * Serves the world on all its addresses.
     *
     * @param port the port of every server; 0 takes one that is free
     * @throws UncheckedIOException if an address or port cannot be had
     */
    public static SimulatedInternet serve(World world, int port) {
        return serve(new Site(world, new Responder(world)), port);
    }

    /** The same in weather: delays and losses as on the Internet, or whatever the climate holds. */
    public static SimulatedInternet serve(World world, int port, Climate climate) {
        long seed = world.origin().seed();
        return serve(new Site(world, new WeatheredServer(new Responder(world), climate, seed)), port);
    }

    /**
     * The same, where somebody hears of every question as it comes.
     *
     * @param onQuestion runs on a thread of the servers, before the answer
     */
    public static SimulatedInternet serve(World world, int port, Runnable onQuestion) {
        Responder responder = new Responder(world);
        DnsServer answering = (question, back) -> {
            onQuestion.run();
            responder.received(question, back);
        };
        return serve(new Site(world, answering), port);
    }

    private static SimulatedInternet serve(Site site, int port) {
        UncheckedIOException failure = new UncheckedIOException(new IOException("no port is free"));
        for (int attempt = 0; attempt < (port == 0 ? PORT_TRIES : 1); attempt++) {
            Sockets sockets = new Sockets();
            try {
                return new SimulatedInternet(site.world, bindAll(site, port, sockets), sockets);
            } catch (UncheckedIOException e) {
                sockets.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** Whether this machine has other loopback addresses than 127.0.0.1 and lets one listen there. */
    public static boolean isPossible() {
        try (DatagramSocket socket = new DatagramSocket(SOME_PLACE.socketAddress())) {
            return socket.isBound();
        } catch (SocketException e) {
            return false;
        }
    }

    /** Whose addresses are served, and who answers there. */
    private record Site(World world, DnsServer answering) {}

    /** Addresses share sockets where they can, unless some address is to have none. */
    private static int bindAll(Site site, int wanted, Sockets sockets) {
        boolean canShare = sockets.tellWhoWasAsked() && !site.world.hasAbsentServers();
        List<Long> sharing = new ArrayList<>();
        List<Long> alone = new ArrayList<>();
        for (long place : site.world.places()) {
            (canShare && Place.family(place) == AddressFamily.IPV4 ? sharing : alone).add(place);
        }
        int port = wanted;
        if (!sharing.isEmpty()) {
            port = new SharedPort(sockets).bind(port, sharing, site.answering);
        }
        return new OwnSockets(sockets).bind(port, alone, site.answering);
    }

    public World world() {
        return world;
    }

    /** The port of every server. */
    public int port() {
        return port;
    }

    /** Whether this machine finds the way to the IPv6 addresses of the servers, which takes a route. */
    public boolean isReachedOverIpv6() {
        long twin = Place.twin(world.root().seats().get(0).places()[0]);
        return OwnQuestion.isAnsweredBy(
                ServerAddress.of(Place.octets(twin), port).socketAddress());
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
        sockets.close();
    }
}
