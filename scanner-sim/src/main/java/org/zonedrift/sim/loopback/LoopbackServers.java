package org.zonedrift.sim.loopback;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.world.Place;
import org.zonedrift.zone.ServerAddress;

/** Servers on ports of 127.0.0.1 that are free, over UDP and TCP, until they are closed. */
public final class LoopbackServers implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Sockets sockets;
    private final List<ServerAddress> addresses;

    private LoopbackServers(Sockets sockets, List<ServerAddress> addresses) {
        this.sockets = sockets;
        this.addresses = List.copyOf(addresses);
    }

    /**
     * Gives each server a port; all are served by one thread.
     *
     * @throws java.io.UncheckedIOException if a port cannot be had
     */
    public static LoopbackServers serve(List<? extends DnsServer> servers) {
        Sockets sockets = new Sockets();
        try {
            List<ServerAddress> addresses = new ArrayList<>();
            for (DnsServer server : servers) {
                int port = new OwnSockets(sockets).bind(0, List.of(Place.at(LOOPBACK)), server);
                addresses.add(ServerAddress.of(LOOPBACK, port));
            }
            return new LoopbackServers(sockets, addresses);
        } catch (RuntimeException e) {
            sockets.close();
            throw e;
        }
    }

    /** Where the servers listen, in the order in which they were given. */
    public List<ServerAddress> addresses() {
        return addresses;
    }

    @Override
    public void close() {
        sockets.close();
    }
}
