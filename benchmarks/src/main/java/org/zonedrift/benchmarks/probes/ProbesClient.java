package org.zonedrift.benchmarks.probes;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Set;
import java.util.SplittableRandom;
import org.zonedrift.exchange.CautiousExchange;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Patience;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.exchange.RetryingExchange;
import org.zonedrift.exchange.Turnstile;
import org.zonedrift.exchange.engine.UdpExchange;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.exchange.netty.NettySettings;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.ServerAddress;

/** The exchange as a program of its own, so that all it costs can be seen from outside. */
final class ProbesClient {

    private static final Manner PROBE = Manner.authoritative(Purpose.BENCHMARK).withOptions(Set.of(EdnsOption.NSID));

    private static final long FIRST_TIMEOUT_NANOS = 1_500_000_000;
    private static final int TRIES = 3;

    private ProbesClient() {}

    /** Arguments: the server's port, how many names, how many at a time, which sockets. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        int window = Integer.parseInt(arguments[2]);
        NettySettings.Sockets sockets = NettySettings.Sockets.valueOf(arguments[3]);
        byte[] loopback = InetAddress.getLoopbackAddress().getAddress();
        try (NettyNetwork network = new NettyNetwork(NettySettings.withLanes(1).with(sockets))) {
            Lane lane = network.lanes().get(0);
            DnsExchange exchange = exchangeOn(lane, network);
            Contest contest = new Contest(exchange, ServerAddress.of(loopback, port), PROBE, count);
            lane.execute(() -> contest.begin(window));
            contest.await();
            System.out.println(contest.result());
        }
    }

    private static DnsExchange exchangeOn(Lane lane, NettyNetwork network) {
        UdpExchange udp = new UdpExchange(lane, network, UdpSettings.usual(), new SecureRandom());
        Patience patience = new Patience(FIRST_TIMEOUT_NANOS, TRIES);
        Limits limits = new Limits(Politeness.NONE);
        DnsExchange exchange =
                new RetryingExchange(udp, lane, patience, new Turnstile(limits, lane), new SplittableRandom());
        return new CautiousExchange(exchange, limits, lane);
    }
}
