package org.zonedrift.cli.bench;

import java.util.List;
import java.util.Set;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.ScanPlan;
import org.zonedrift.cli.demo.SimulatedRoot;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.scan.Vantage;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.operator.Operators;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.AddressFamily;

/** How the zones' own servers are asked: once, politely, and without a second look. */
final class TruthPlan {

    private static final int ZONES_AT_ONCE = 50;

    private static final LookPlan ONE_LOOK = new LookPlan(
            ChildNs.NONE,
            LookPlan.Primaries.LEFT_ALONE,
            List.of(),
            LookPlan.ComparedData.NONE,
            LookPlan.Besides.NOBODY);

    private TruthPlan() {}

    /** On the Internet, or in a lab with a root of its own. */
    static ScanPlan real(TruthOptions truth, SafetyOptions safety, Network network) {
        ScanPlan.Naming naming = new ScanPlan.Naming(truth.hints(), GluePolicy.TRUST, truth.port);
        Set<AddressFamily> reached =
                Vantage.reached(Set.of(AddressFamily.values()), Vantage.somewhere(naming, safety), network);
        return plan(naming, Politeness.DEFAULT, safety.safety(reached, List.of()));
    }

    static ScanPlan simulated(SimulatedInternet internet) {
        AddressBlocks loopback =
                new AddressBlocks(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));
        return plan(
                new ScanPlan.Naming(
                        SimulatedRoot.hints(internet.world(), internet.port()), GluePolicy.TRUST, internet.port()),
                Politeness.NONE,
                new ScanPlan.Safety(
                        Set.of(AddressFamily.IPV4),
                        new AddressRules(AddressBlocks.none(), loopback),
                        Exclusions::none));
    }

    private static ScanPlan plan(ScanPlan.Naming naming, Politeness politeness, ScanPlan.Safety safety) {
        return new ScanPlan(
                naming,
                Asking.DEFAULT,
                politeness,
                ONE_LOOK,
                Manner.authoritative(Purpose.PROBE),
                safety,
                Operators.bundled(),
                new InFlightLimits(ZONES_AT_ONCE, InFlightLimits.DEFAULT_PARKED));
    }
}
