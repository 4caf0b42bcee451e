package org.zonedrift.benchmarks.probes;

import java.security.SecureRandom;
import java.util.Set;
import org.zonedrift.ExchangeAssembly;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Limits;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Patience;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.exchange.netty.NettySettings;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.ServerAddress;

/** The exchange as a program of its own, so that all it costs can be seen from outside. */
final class ProbesClient {

    private static final Manner PROBE = Manner.authoritative(Purpose.BENCHMARK).withOptions(Set.of(EdnsOption.NSID));

    private static final Patience USUAL_PATIENCE = new Patience(1_500_000_000, 3);

    /** Each limit is there and counts, and none is ever reached. */
    private static final int PLENTY = 1_000_000;

    private static final Politeness ARMED = new Politeness(PLENTY, PLENTY, PLENTY, PLENTY);

    private ProbesClient() {}

    /** Arguments: the servers' port, how many servers, how many names, how many at a time, which sockets. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        ServerAddress[] servers = new ServerAddress[Integer.parseInt(arguments[1])];
        for (int i = 0; i < servers.length; i++) {
            servers[i] = ServerAddress.of(new byte[] {127, 0, 0, (byte) (i + 1)}, port);
        }
        int count = Integer.parseInt(arguments[2]);
        int window = Integer.parseInt(arguments[3]);
        NettySettings.Sockets sockets = NettySettings.Sockets.valueOf(arguments[4]);
        try (NettyNetwork network = new NettyNetwork(NettySettings.withLanes(1).with(sockets))) {
            Lane lane = network.lanes().get(0);
            Limits limits = Limits.withoutRamp(ARMED);
            DnsExchange exchange = new ExchangeAssembly(network, limits, USUAL_PATIENCE, Manner.Transport.UDP)
                    .on(lane, new Telemetry(network::datagramsDroppedHere), new SecureRandom());
            Contest contest = new Contest(exchange, servers, PROBE, count);
            lane.execute(() -> contest.begin(window));
            contest.await();
            System.out.println(contest.result());
        }
    }
}
