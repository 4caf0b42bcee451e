package org.zonedrift.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.fleet.Query;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.sim.loopback.LoopbackServers;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.resolver.SimulatedResolver;
import org.zonedrift.sim.resolver.Temper;
import org.zonedrift.sim.resolver.Temper.Faults;
import org.zonedrift.sim.resolver.Temper.Stall;
import org.zonedrift.sim.resolver.WorldKnowledge;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;

/** Four resolvers of a simulated Internet on loopback, each with a habit of its own. */
final class DemoFleet implements AutoCloseable {

    private static final long ZONES = 500;
    private static final double SHARE_STALE = 0.3;
    private static final double SHARE_LOST = 0.02;

    private final SimulatedInternet internet;
    private final LoopbackServers servers;
    private final List<Resolver> fleet;

    private DemoFleet(SimulatedInternet internet, LoopbackServers servers, List<Resolver> fleet) {
        this.internet = internet;
        this.servers = servers;
        this.fleet = fleet;
    }

    static DemoFleet open(long seed) {
        World world = new World(World.Origin.of(Profile.TOPLIST, seed, ZONES));
        SimulatedInternet internet = SimulatedInternet.serve(world, 0);
        Map<String, Temper> tempers = tempers();
        List<SimulatedResolver> resolvers = new ArrayList<>();
        tempers.values()
                .forEach(temper -> resolvers.add(
                        new SimulatedResolver(new WorldKnowledge(world), temper, seed + resolvers.size())));
        LoopbackServers servers = LoopbackServers.serve(resolvers);
        List<Resolver> fleet = new ArrayList<>();
        tempers.keySet()
                .forEach(
                        name -> fleet.add(new Resolver(name, servers.addresses().get(fleet.size()))));
        return new DemoFleet(internet, servers, fleet);
    }

    private static Map<String, Temper> tempers() {
        Temper brisk = Temper.sound(Delay.logNormal(Duration.ofMillis(4), 0.4));
        Map<String, Temper> tempers = new LinkedHashMap<>();
        tempers.put("good", brisk);
        tempers.put(
                "slow",
                Temper.sound(Delay.logNormal(Duration.ofMillis(25), 0.6))
                        .with(new Stall(Duration.ofSeconds(5), Duration.ofMillis(200))));
        tempers.put("lossy", brisk.with(Faults.NONE.withLoss(SHARE_LOST)));
        tempers.put("stale", brisk.with(Faults.NONE.withStaleness(SHARE_STALE)));
        return tempers;
    }

    List<Resolver> fleet() {
        return fleet;
    }

    SimulatedInternet internet() {
        return internet;
    }

    /** Names of this Internet, registered and not. */
    List<Query> queries() {
        World world = internet.world();
        List<Query> queries = new ArrayList<>();
        for (long number = 0; number < ZONES; number++) {
            DomainName name = world.name(number);
            Verdict verdict = world.truth(number).verdict();
            if (verdict == Verdict.CONSISTENT || verdict == Verdict.MISMATCH || verdict == Verdict.NXDOMAIN) {
                queries.add(new Query(name, RecordType.A));
                queries.add(new Query(name.child("www"), RecordType.A));
            }
        }
        return queries;
    }

    @Override
    public void close() {
        servers.close();
        internet.close();
    }
}
