package org.zonedrift.sim.loopback;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.world.Place;
import org.zonedrift.zone.ServerAddress;

/** A datagram socket and a stream socket for each address: works everywhere, and tells who is absent. */
final class OwnSockets {

    private final Sockets sockets;

    OwnSockets(Sockets sockets) {
        this.sockets = sockets;
    }

    /** Listens at the port, or at one that is free for 0, and answers which it is. */
    int bind(int wanted, List<Long> places, DnsServer answering) {
        DatagramResponder.Neighbours neighbours = new DatagramResponder.Neighbours();
        List<Sockets.Binding> bindings = new ArrayList<>();
        int port = wanted;
        for (long place : places) {
            InetSocketAddress address = address(place, port);
            Sockets.Binding datagrams = new Sockets.Binding(
                    address,
                    sockets.datagrams(address, new DatagramResponder(answering, neighbours))
                            .bind());
            if (port == 0) {
                port = sockets.await(datagrams);
                address = address(place, port);
            } else {
                bindings.add(datagrams);
            }
            bindings.add(new Sockets.Binding(
                    address, sockets.streams(address, answering).bind()));
        }
        bindings.forEach(sockets::await);
        return port;
    }

    private static InetSocketAddress address(long place, int port) {
        return ServerAddress.of(Place.octets(place), port).socketAddress();
    }
}
