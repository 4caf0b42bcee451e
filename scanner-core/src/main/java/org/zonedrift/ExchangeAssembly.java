package org.zonedrift;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.zonedrift.exchange.CautiousExchange;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.KnownServers;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.MeasuredExchange;
import org.zonedrift.exchange.OutageProofExchange;
import org.zonedrift.exchange.OverheardExchange;
import org.zonedrift.exchange.OverheardExchange.Ear;
import org.zonedrift.exchange.Patience;
import org.zonedrift.exchange.RetryingExchange;
import org.zonedrift.exchange.Turnstile;
import org.zonedrift.exchange.UdpThenTcpExchange;
import org.zonedrift.exchange.Uplink;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.exchange.engine.TcpExchange;
import org.zonedrift.exchange.engine.TcpSettings;
import org.zonedrift.exchange.engine.UdpExchange;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.telemetry.LaneTelemetry;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.wire.MessageReader.Octets;

/**
 * Puts the way of asking together, for each lane of a network; the order of the decorators is
 * policy, and is to be read here.
 *
 * @param limits shared by all lanes
 * @param uplink shared by all lanes
 * @param first TCP where nothing shall be asked over UDP
 * @param octets what becomes of the octets of replies
 * @param ear who hears every question and what came of it
 */
public record ExchangeAssembly(
        Network network, Limits limits, Uplink uplink, Patience patience, Transport first, Octets octets, Ear ear) {

    /** Nobody listens, and of replies only what they say is kept. */
    public ExchangeAssembly(Network network, Limits limits, Patience patience, Transport first) {
        this(network, limits, new Uplink(), patience, first, Octets.LEFT, Ear.NONE);
    }

    /**
     * The whole exchange of one lane.
     *
     * @param random where message ids come from: a cryptographic generator, except in a simulation
     */
    public DnsExchange on(Lane lane, Telemetry telemetry, RandomGenerator random) {
        return on(lane, new KnownServers(limits), telemetry, random);
    }

    /** The same for a lane where somebody else looks as well at what is known of servers. */
    DnsExchange on(Lane lane, KnownServers servers, Telemetry telemetry, RandomGenerator random) {
        LaneTelemetry meters = telemetry.newLane();
        UdpSettings settings = new UdpSettings(UdpSettings.USUAL_PORTS, telemetry.faults(), octets);
        UdpExchange udp = new UdpExchange(lane, network, settings, random);
        RandomGenerator jitter = new SplittableRandom(random.nextLong());
        Turnstile turnstile = new Turnstile(servers, lane);
        DnsExchange exchange = new RetryingExchange(udp, lane, patience, turnstile, jitter);
        exchange = OverheardExchange.by(ear, new MeasuredExchange(exchange, meters::udp));
        DnsExchange tcp = new TcpExchange(lane, network, random, new TcpSettings(turnstile, octets));
        tcp = OverheardExchange.by(ear, new MeasuredExchange(tcp, meters::tcp));
        exchange = first == Transport.TCP ? tcp : new UdpThenTcpExchange(exchange, tcp);
        exchange = new OutageProofExchange(exchange, uplink, lane);
        return new CautiousExchange(exchange, servers, lane);
    }
}
