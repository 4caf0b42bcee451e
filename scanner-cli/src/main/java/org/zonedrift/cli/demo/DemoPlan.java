package org.zonedrift.cli.demo;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.ScanPlan;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.operator.Operators;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.world.Families;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.AddressFamily;

/** How the demonstration scans: as one would scan the Internet, but without limits. */
final class DemoPlan {

    /** Patience with servers that are all near. */
    static final Asking NEAR = new Asking(Duration.ofMillis(800), 3);

    /** A machine that plays the servers as well shall not choke on its own questions. */
    private static final int ZONES_AT_ONCE = 1_000;

    private DemoPlan() {}

    static ScanPlan of(Carrier carrier, Asking asking) {
        boolean dual = carrier.world().origin().families() == Families.DUAL;
        return new ScanPlan(
                new ScanPlan.Naming(
                        SimulatedRoot.hints(carrier.world(), carrier.port()), GluePolicy.TRUST, carrier.port()),
                asking,
                Politeness.NONE,
                LookPlan.DEFAULT,
                Manner.authoritative(Purpose.PROBE).withOptions(Set.of(EdnsOption.NSID)),
                new ScanPlan.Safety(
                        dual ? EnumSet.allOf(AddressFamily.class) : Set.of(AddressFamily.IPV4),
                        new AddressRules(AddressBlocks.none(), blocks()),
                        Exclusions::none),
                Operators.bundled(),
                new InFlightLimits(ZONES_AT_ONCE, InFlightLimits.DEFAULT_PARKED));
    }

    /** Where the simulated servers stand, which nobody outside can reach. */
    private static AddressBlocks blocks() {
        return new AddressBlocks(List.of(
                AddressBlock.parse("127.0.0.0/8").orElseThrow(),
                AddressBlock.parse("fd53::/16").orElseThrow()));
    }
}
