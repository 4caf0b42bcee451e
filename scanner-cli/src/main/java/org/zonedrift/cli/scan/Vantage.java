package org.zonedrift.cli.scan;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.zonedrift.ScanPlan;
import org.zonedrift.ScanPlan.Naming;
import org.zonedrift.Scanner;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.delegation.RootWord;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/**
 * The place from which we ask, put to the test before anything is blamed on servers. Nothing is sent
 * for it but what a scan needs anyway.
 */
public final class Vantage {

    /** What the kernel counts for an answer of the usual size. */
    private static final int OCTETS_PER_ANSWER = 768;

    /** A collection of garbage takes no longer, and nothing is read meanwhile. */
    private static final double BUSY_SECONDS = 0.1;

    /** Files, logs and libraries besides the sockets. */
    private static final int OTHER_FILES = 128;

    /** TCP streams of a lane. */
    private static final int STREAMS = 250;

    private final Set<AddressFamily> wanted;
    private final ScanPlan plan;
    private final Map<String, Object> tests = new ConcurrentSkipListMap<>();
    private final List<String> lines = new ArrayList<>();

    /** Tests the network on which the plan is to be carried out. */
    public Vantage(Set<AddressFamily> wanted, ScanPlan plan, NettyNetwork network) {
        this.wanted = Set.copyOf(wanted);
        this.plan = plan;
        testFamilies();
        testBuffers(network);
        testOpenFiles(network.lanes().size());
    }

    /** Where a scan with such names begins, in a lab or on the Internet. */
    public static List<ServerAddress> somewhere(Naming naming, SafetyOptions safety) {
        List<ServerAddress> somewhere = new ArrayList<>(naming.resolvers());
        naming.hints().glue().forEach(glue -> somewhere.add(glue.address()));
        RootHints.builtIn(naming.port()).glue().forEach(glue -> somewhere.add(glue.address()));
        somewhere.addAll(safety.allowedPlaces(naming.port()));
        return somewhere;
    }

    /** Those of the wanted families that lead somewhere: to a root, a resolver, or a lab. */
    public static Set<AddressFamily> reached(
            Set<AddressFamily> wanted, Collection<ServerAddress> somewhere, Network network) {
        Set<AddressFamily> reached = EnumSet.noneOf(AddressFamily.class);
        for (ServerAddress server : somewhere) {
            if (wanted.contains(server.family()) && !reached.contains(server.family()) && network.reaches(server)) {
                reached.add(server.family());
            }
        }
        if (reached.isEmpty()) {
            throw Refusal.cannot("there is no route from here, neither over IPv4 nor over IPv6, as far as wanted");
        }
        return reached;
    }

    private void testFamilies() {
        for (AddressFamily family : AddressFamily.values()) {
            String name = family == AddressFamily.IPV4 ? "IPv4" : "IPv6";
            boolean reached = plan.safety().families().contains(family);
            boolean asked = wanted.contains(family);
            tests.put(family.name().toLowerCase(Locale.ROOT), reached ? "route" : asked ? "no route" : "off");
            if (asked && !reached) {
                lines.add(name + " has no route from here: addresses of it are skipped, and nobody is blamed.");
            }
        }
    }

    private void testBuffers(NettyNetwork network) {
        long granted = network.receiveBufferGranted();
        long answers = granted
                / OCTETS_PER_ANSWER
                * UdpSettings.USUAL_PORTS
                * network.lanes().size();
        tests.put("receive_buffer", granted);
        if (granted >= 0 && answers < plan.politeness().total() * BUSY_SECONDS) {
            lines.add(
                    "The kernel holds only " + Words.count(answers) + " answers while we are busy, which may lose some"
                            + " at this rate: sysctl net.core.rmem_max=4194304 lets it hold more.");
        }
    }

    private void testOpenFiles(int lanes) {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.UnixOperatingSystemMXBean system)) {
            return;
        }
        long most = system.getMaxFileDescriptorCount();
        long needed = (long) lanes * (AddressFamily.values().length * UdpSettings.USUAL_PORTS + STREAMS) + OTHER_FILES;
        tests.put("open_files", most);
        if (most < needed) {
            lines.add("Only " + Words.count(most) + " files may be open, but TCP may need " + Words.count(needed)
                    + ": ulimit -n " + needed + " allows them.");
        }
    }

    /** What people should know before the scan begins, if anything: a line each. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * Asks the root, where the scan begins there: the question that the scan would ask first.
     *
     * @throws Refusal if nothing can come of the scan
     */
    public void askRoot(Scanner scanner, Consumer<String> people) {
        if (!plan.naming().resolvers().isEmpty()) {
            return;
        }
        RootWord word = scanner.askRoot().toFuture().join();
        tests.put("root", word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (word == RootWord.SILENT) {
            throw Refusal.cannot("no root server answers: outgoing DNS seems blocked; try --delegation resolver");
        }
        if (word == RootWord.SPEAKS_LIKE_A_RESOLVER) {
            people.accept("interception-suspected: the root servers answer as only resolvers do; somebody on the way"
                    + " answers in their place.");
        }
    }

    /** What came of each test so far, for the manifest. */
    public Map<String, Object> tests() {
        return Collections.unmodifiableMap(tests);
    }
}
