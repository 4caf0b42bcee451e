package org.zonedrift.cli.scan;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.zonedrift.Asking;
import org.zonedrift.LookPlan;
import org.zonedrift.ScanPlan;
import org.zonedrift.ScanPlan.Naming;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.cli.option.NamingOptions;
import org.zonedrift.cli.option.ProbingOptions;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.option.SpeedOptions;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.OverheardExchange.Ear;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.operator.Operators;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** The groups of options that tell how zones are looked at, and the scanner that they add up to. */
public record Looking(
        NamingOptions naming,
        ProbingOptions probing,
        SpeedOptions speed,
        SafetyOptions safety,
        Duration patience,
        Ear ear) {

    /** Many servers at a time are worth a wait: a busy network is not to look like a dead one. */
    private static final Duration PATIENCE = Asking.DEFAULT.timeout();

    /** A prompt wants its answer in some seconds; all tries together still wait for two and a half. */
    private static final Duration HURRY = Duration.ofMillis(400);

    /** Nobody hears what is asked. */
    public Looking(NamingOptions naming, ProbingOptions probing, SpeedOptions speed, SafetyOptions safety) {
        this(naming, probing, speed, safety, PATIENCE, Ear.NONE);
    }

    /** The same, of which somebody hears every question and what came of it. */
    public Looking overheardBy(Ear listener) {
        return new Looking(naming, probing, speed, safety, patience, listener);
    }

    /** The same, for somebody who waits for the answer. */
    public Looking inAHurry() {
        return new Looking(naming, probing, speed, safety, HURRY, ear);
    }

    /** A scanner over this network. */
    public Scanner scanner(NettyNetwork network, ScanPlan plan) {
        return ScannerAssembly.overheard(network, plan, ear);
    }

    /**
     * How a scanner over this network would do it.
     *
     * @param shards how many scanners share the work, and so the limits
     */
    public ScanPlan plan(NettyNetwork network, GluePolicy glue, LookPlan looks, int shards) {
        Naming from = naming.naming(glue, probing.port());
        Set<AddressFamily> reached = Vantage.reached(probing.families(), somewhere(from, looks), network);
        return new ScanPlan(
                from,
                probing.asking(patience),
                speed.politeness().sharedBy(shards),
                looks,
                probing.manner(),
                safety.safety(reached, looks.besides().servers()),
                Operators.bundled(),
                speed.inFlight());
    }

    /** Addresses to one of which at least there must be a route. */
    private List<ServerAddress> somewhere(Naming from, LookPlan looks) {
        List<ServerAddress> somewhere = Vantage.somewhere(from, safety);
        looks.besides().servers().forEach(server -> server.addresses().forEach(at -> somewhere.add(at.address())));
        return somewhere;
    }
}
