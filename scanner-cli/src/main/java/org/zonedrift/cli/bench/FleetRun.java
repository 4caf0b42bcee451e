package org.zonedrift.cli.bench;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.exchange.engine.TcpExchange;
import org.zonedrift.exchange.engine.UdpExchange;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.fleet.BenchPlan;
import org.zonedrift.fleet.Benchmark;
import org.zonedrift.fleet.Repertoire;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.Wires;
import org.zonedrift.telemetry.DatagramFaults;
import org.zonedrift.wire.MessageReader.Octets;

/** A benchmark over a network, from its first query to its last result. */
final class FleetRun {

    /** Source ports: load balancers spread by them, and each has room for 2^14 queries. */
    private static final int PORTS = 16;

    private final Network network;
    private final SecureRandom random = new SecureRandom();

    FleetRun(Network network) {
        this.network = network;
    }

    /** The results of all steps, or of those before the interruption. */
    List<StepResult> run(BenchPlan plan, Repertoire.Source names, Interruption interruption) {
        Benchmark benchmark = new Benchmark(network.lanes(), this::wires, plan, names);
        CompletableFuture<List<StepResult>> outcome = benchmark.start();
        interruption.react(benchmark::stop);
        return outcome.join();
    }

    private Wires wires(Lane lane) {
        UdpSettings settings = new UdpSettings(PORTS, new DatagramFaults());
        return new Wires(
                new UdpExchange(lane, network, settings, random), new TcpExchange(lane, network, random, Octets.LEFT));
    }
}
