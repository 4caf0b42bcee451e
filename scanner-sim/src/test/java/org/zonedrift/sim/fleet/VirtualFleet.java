package org.zonedrift.sim.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Manner.EdnsUse;
import org.zonedrift.exchange.Manner.Recursion;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.engine.TcpExchange;
import org.zonedrift.exchange.engine.TcpSettings;
import org.zonedrift.exchange.engine.UdpExchange;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.fleet.BenchPlan;
import org.zonedrift.fleet.Benchmark;
import org.zonedrift.fleet.Load;
import org.zonedrift.fleet.LoadStep;
import org.zonedrift.fleet.Query;
import org.zonedrift.fleet.QuietTimes;
import org.zonedrift.fleet.Repertoire;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.Wires;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.resolver.Knowledge;
import org.zonedrift.sim.resolver.SimulatedResolver;
import org.zonedrift.sim.resolver.Temper;
import org.zonedrift.telemetry.DatagramFaults;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** Simulated resolvers in simulated time, and benchmarks of them. */
final class VirtualFleet {

    private static final Manner USUAL =
            new Manner(Purpose.BENCHMARK, Recursion.DESIRED, EdnsUse.EDNS, Set.of(), Transport.UDP);
    private static final long SEED = 11;

    private final Map<String, Temper> tempers = new LinkedHashMap<>();
    private Manner manner = USUAL;
    private Duration timeout = Duration.ofSeconds(5);
    private int lanes = 1;
    private int ports = 4;
    private Repertoire.Source names = Repertoire.Source.inOrder(names(1_000));

    VirtualFleet with(String name, Temper temper) {
        tempers.put(name, temper);
        return this;
    }

    VirtualFleet over(Transport transport) {
        manner = manner.over(transport);
        return this;
    }

    VirtualFleet patientFor(Duration patience) {
        timeout = patience;
        return this;
    }

    VirtualFleet onLanes(int count) {
        lanes = count;
        return this;
    }

    VirtualFleet fromPorts(int count) {
        ports = count;
        return this;
    }

    VirtualFleet asked(Repertoire.Source source) {
        names = source;
        return this;
    }

    static List<Query> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Query(
                        DomainName.parse((i % 10 == 0 ? "none" : "www") + i + ".example" + i + ".test"), RecordType.A))
                .toList();
    }

    List<StepResult> run(LoadStep... steps) {
        return outcome(
                List.of(steps),
                (network, plan) -> new Benchmark(network.lanes(), lane -> wires(network, lane), plan, names).start());
    }

    /** What they take before anything else is asked. */
    List<Histogram> quietTimes() {
        List<LoadStep> any = List.of(LoadStep.of(new Load.Closed(1), timeout));
        return outcome(any, (network, plan) -> {
            Lane lane = network.lanes().get(0);
            return new QuietTimes(lane, wires(network, lane), plan).measure();
        });
    }

    private <T> T outcome(
            List<LoadStep> steps, BiFunction<VirtualNetwork, BenchPlan, CompletableFuture<T>> measurement) {
        try (VirtualNetwork network =
                new VirtualNetwork(lanes, Climate.everywhere(Weather.calm(Delay.of(Duration.ZERO))), SEED)) {
            List<Resolver> resolvers = new ArrayList<>();
            tempers.forEach((name, temper) -> {
                ServerAddress address =
                        ServerAddress.of(new byte[] {(byte) 192, 0, 2, (byte) (resolvers.size() + 1)}, 53);
                network.servers().put(address, new SimulatedResolver(Knowledge.plain(), temper, resolvers.size()));
                resolvers.add(new Resolver(name, address));
            });
            BenchPlan plan = new BenchPlan(resolvers, manner, timeout, steps, SEED);
            CompletableFuture<T> outcome = measurement.apply(network, plan);
            network.runUntil(outcome::isDone);
            return outcome.join();
        }
    }

    private Wires wires(VirtualNetwork network, Lane lane) {
        SplittableRandom random = new SplittableRandom(SEED);
        return new Wires(
                new UdpExchange(lane, network, new UdpSettings(ports, new DatagramFaults()), random),
                new TcpExchange(lane, network, random, TcpSettings.unlimited()));
    }
}
