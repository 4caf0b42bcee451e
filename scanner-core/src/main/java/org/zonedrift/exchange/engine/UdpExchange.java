package org.zonedrift.exchange.engine;

import java.util.random.RandomGenerator;
import org.zonedrift.exchange.DatagramExchange;
import org.zonedrift.exchange.Lane;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * Questions over the ports of one lane: ids that nobody can guess, replies checked before they are
 * believed (RFC 5452 §9), and time that is kept without an object. Confined to the lane.
 *
 * <p>Open at a time: 2^14 tries for each port; 2^16 more wait for an id; whatever exceeds that
 * fails as a network error, so memory is bounded whoever asks.
 */
public final class UdpExchange implements DatagramExchange, AutoCloseable {

    private final UdpLane lane;

    /**
     * For one lane of the network; no port is opened before it is needed.
     *
     * @param random where message ids come from: a cryptographic generator, except in a simulation
     */
    public UdpExchange(Lane lane, Network network, UdpSettings settings, RandomGenerator random) {
        this.lane = new UdpLane(lane, network, settings, random);
    }

    @Override
    public OpenQuestion open(DomainName name, int type, ServerAddress server, Hearing hearing) {
        return new UdpQuestion(lane, name, type, server, hearing);
    }

    /** Closes the ports; every question still open hears {@code CLOSED}. On the lane only. */
    @Override
    public void close() {
        lane.close();
    }
}
