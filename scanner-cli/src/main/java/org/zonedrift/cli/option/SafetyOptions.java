package org.zonedrift.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zonedrift.ScanPlan.Safety;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.ExclusionFiles;
import org.zonedrift.safety.LocalAddresses;
import org.zonedrift.zone.AddressFamily;
import picocli.CommandLine.Option;

/** Who is left alone. */
public final class SafetyOptions {

    @Option(
            names = "--exclude",
            paramLabel = "FILE",
            description = "domains, name servers (ns:NAME) and CIDRs that must not be asked; " + "repeatable")
    List<Path> exclusions = List.of();

    @Option(
            names = "--allow-special",
            paramLabel = "CIDR,...",
            split = ",",
            description = "special-purpose addresses that DNS may lead to all the same, for labs; repeatable")
    List<String> allowed = List.of();

    /** The rules, and the families that are both wanted and within reach. */
    public Safety safety(Set<AddressFamily> wanted, Network network) {
        Set<AddressFamily> reached = wanted.stream().filter(network::reaches).collect(Collectors.toSet());
        ExclusionFiles files = exclusions();
        return new Safety(reached, new AddressRules(LocalAddresses.find(), allowedBlocks()), files::current);
    }

    private ExclusionFiles exclusions() {
        try {
            return new ExclusionFiles(exclusions);
        } catch (IOException e) {
            throw Refusal.cannot("--exclude: " + e.getMessage());
        }
    }

    private AddressBlocks allowedBlocks() {
        List<AddressBlock> blocks = new ArrayList<>();
        for (String text : allowed) {
            blocks.add(AddressBlock.parse(text)
                    .orElseThrow(() -> Refusal.wrongUsage(
                            "--allow-special: '" + text + "' is not a CIDR such as" + " 127.0.0.0/8")));
        }
        return new AddressBlocks(blocks);
    }
}
