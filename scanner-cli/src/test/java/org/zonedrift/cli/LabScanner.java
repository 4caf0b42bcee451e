package org.zonedrift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.cli.scan.Lanes;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.operator.Operators;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.AddressFamily;

/** A scanner of the simulated Internet, without limits and without a command. */
final class LabScanner {

    private LabScanner() {}

    static Scanner over(SimulatedInternet internet, Path folder) throws IOException {
        Path hints = Files.writeString(folder.resolve("root.hints"), internet.rootHints());
        AddressBlocks loopback =
                new AddressBlocks(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));
        ScanPlan plan = new ScanPlan(
                new ScanPlan.Naming(RootHints.read(hints, internet.port()), GluePolicy.TRUST, internet.port()),
                Asking.DEFAULT,
                Politeness.NONE,
                LookPlan.DEFAULT,
                Manner.authoritative(Purpose.PROBE),
                new ScanPlan.Safety(
                        Set.of(AddressFamily.IPV4), new AddressRules(AddressBlocks.none(), loopback), Exclusions::none),
                Operators.bundled(),
                new InFlightLimits(100, InFlightLimits.DEFAULT_PARKED));
        return ScannerAssembly.over(Lanes.open(List.of()), plan);
    }
}
