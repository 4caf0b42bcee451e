package org.zonedrift.cli.option;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.ScanPlan.Safety;
import org.zonedrift.cli.console.FileTrouble;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.ExclusionFiles;
import org.zonedrift.safety.LocalAddresses;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;
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

    @Option(
            names = "--contact",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "who answers for the scan, for its manifest, such as a mail address or a web page")
    String contact = "";

    private @Nullable ExclusionFiles inForce;

    /** Takes up what has changed in the files of {@code --exclude}; tells why where it cannot. */
    public Optional<String> readExclusionsAgain() {
        return inForce == null ? Optional.empty() : inForce.refresh();
    }

    /** The files of {@code --exclude}, as often as they changed; none where nobody is excluded. */
    public List<ExclusionFiles.Version> exclusionVersions() {
        return inForce == null ? List.of() : inForce.versions();
    }

    /** Whether anybody is left alone who asked for it. */
    public boolean excludesSomebody() {
        return !exclusions.isEmpty();
    }

    /** Who answers for the scan; empty where the user does not say. */
    public String contact() {
        return contact;
    }

    /** An address of each block that the user allows, which only a route to it makes worth anything. */
    public List<ServerAddress> allowedPlaces(int port) {
        return allowedBlocks(List.of()).stream()
                .map(block -> ServerAddress.of(block.prefix(), port))
                .toList();
    }

    /**
     * The rules, and the families that are both wanted and within reach.
     *
     * @param named servers that the user names: no address of theirs is one that only DNS led to
     */
    public Safety safety(Set<AddressFamily> reached, List<NameServer> named) {
        ExclusionFiles files = exclusions();
        inForce = files;
        return new Safety(
                reached,
                new AddressRules(LocalAddresses.find(), new AddressBlocks(allowedBlocks(named))),
                files::current);
    }

    /** Refuses what cannot be read or meant. */
    public void check() {
        exclusions();
        allowedBlocks(List.of());
    }

    private ExclusionFiles exclusions() {
        try {
            return new ExclusionFiles(exclusions);
        } catch (IOException e) {
            String file = e instanceof FileSystemException at ? at.getFile() + ": " : "";
            throw Refusal.cannot("--exclude: " + file + FileTrouble.words(e));
        }
    }

    private List<AddressBlock> allowedBlocks(List<NameServer> named) {
        List<AddressBlock> blocks = new ArrayList<>();
        for (String text : allowed) {
            blocks.add(AddressBlock.parse(text)
                    .orElseThrow(() -> Refusal.wrongUsage(
                            "--allow-special: '" + text + "' is not a CIDR such as" + " 127.0.0.0/8")));
        }
        named.stream()
                .flatMap(server -> server.addresses().stream())
                .map(at -> at.address().octets())
                .forEach(octets -> blocks.add(new AddressBlock(octets, octets.length * Byte.SIZE)));
        return blocks;
    }
}
