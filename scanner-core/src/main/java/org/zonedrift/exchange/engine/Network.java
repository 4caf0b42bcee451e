package org.zonedrift.exchange.engine;

import java.util.List;
import org.zonedrift.exchange.Lane;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/**
 * What carries octets: sockets, or a simulation in memory. The whole engine runs unchanged over
 * either.
 */
public interface Network extends AutoCloseable {

    /** The lanes of this network, one for each thread; fixed for its life. */
    List<? extends Lane> lanes();

    /** Whether there is a route from here to the server; found out without sending anything. */
    boolean reaches(ServerAddress server);

    /**
     * A datagram port whose traffic arrives on the lane. Called on the lane.
     *
     * @throws java.io.UncheckedIOException if the machine has no port to give
     */
    DatagramPort open(Lane lane, AddressFamily family, DatagramListener listener);

    /**
     * Begins a stream to a server; the listener hears on the lane whether it came about. Called on
     * the lane; never throws.
     */
    Stream connect(Lane lane, ServerAddress server, StreamListener listener);

    /**
     * Datagrams that came as far as this machine and were thrown away at our open ports because
     * nobody took them in time: loss of our own making. Callable from anywhere.
     */
    long datagramsDroppedHere();

    /** Closes every port and stream and ends the lanes. */
    @Override
    void close();
}
