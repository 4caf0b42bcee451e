package org.zonedrift.cli.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.output.JsonBytes;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Flux;

/** A scan of a scripted world: in memory and in simulated time, with everything that left written down. */
public final class ScriptedScan {

    private static final int PORT = 53;
    private static final DomainName ROOT_HOST = DomainName.parse("a.root-servers.example");

    private final ScriptedScenario scenario;
    private final Set<String> asked = new TreeSet<>();

    /** Of the scenario in this file. */
    public static ScriptedScan of(Path file) throws IOException {
        return new ScriptedScan(ScriptedScenario.read(file));
    }

    ScriptedScan(ScriptedScenario scenario) {
        this.scenario = scenario;
    }

    /** Every address to which anything was sent. */
    Set<String> asked() {
        return asked;
    }

    /** The record of the scenario's zone, as a line of output. */
    String record() throws IOException {
        JsonBytes json = new JsonBytes();
        new RecordWriter("", RecordWriter.InputFiles.ONE).write(report(), json);
        return new String(json.toByteArray(), StandardCharsets.UTF_8).strip();
    }

    /** What the scanner says about the scenario's zone. */
    public ZoneReport report() throws IOException {
        VirtualNetwork network =
                new VirtualNetwork(1, Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10)))), 1);
        for (String server : scenario.addresses().keySet()) {
            putUp(server, network);
        }
        network.watch((time, to, transport, octets) -> asked.add(AddressText.write(to.octets())));
        List<ZoneReport> reports = new ArrayList<>();
        Target target = Target.Zone.named(Target.Line.numbered(1), DomainName.parse(scenario.zone()));
        try (Scanner scanner = ScannerAssembly.over(network, plan(), new SplittableRandom(1))) {
            scanner.reports(Flux.just(target)).subscribe(reports::add);
            network.runUntil(() -> !reports.isEmpty());
        }
        return reports.get(0);
    }

    private void putUp(String server, VirtualNetwork network) throws IOException {
        List<ScriptedRule> rules = scenario.rulesOf(server);
        ScriptedServer scripted = new ScriptedServer(network.now());
        rules.forEach(scripted::add);
        for (String address : scenario.addresses().get(server)) {
            ServerAddress at = ServerAddress.of(AddressText.parse(address).orElseThrow(), PORT);
            if (server.equals(ScriptedScenario.PARENT) && rules.isEmpty()) {
                network.servers().put(at, new ScriptedParent(scenario));
            } else {
                network.servers().putDatagrams(at, scripted);
                network.servers().putStreams(at, scripted);
            }
        }
    }

    private ScanPlan plan() {
        String evidence = scenario.looks().getOrDefault("evidence", "nsid");
        Set<EdnsOption> options = EnumSet.noneOf(EdnsOption.class);
        List.of(evidence.split(",", -1))
                .forEach(option -> options.add(EdnsOption.valueOf(option.toUpperCase(Locale.ROOT))));
        String childNs = scenario.looks().getOrDefault("child-ns", "one");
        LookPlan looks = new LookPlan(
                ChildNs.valueOf(childNs.toUpperCase(Locale.ROOT)),
                LookPlan.Primaries.ASKED,
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(3)),
                LookPlan.ComparedData.NONE,
                LookPlan.Besides.NOBODY);
        Set<AddressFamily> families = scenario.looks().containsKey("family")
                ? EnumSet.of(AddressFamily.IPV4)
                : EnumSet.allOf(AddressFamily.class);
        AddressRules rules = new AddressRules(AddressBlocks.none(), AddressBlocks.none());
        return new ScanPlan(
                new ScanPlan.Naming(hints(), GluePolicy.TRUST, PORT),
                Asking.DEFAULT,
                Politeness.NONE,
                looks,
                Manner.authoritative(Purpose.PROBE).withOptions(options),
                new ScanPlan.Safety(families, rules, Exclusions::none),
                Operators.bundled(),
                new InFlightLimits(1, 1));
    }

    private RootHints hints() {
        byte[] octets = AddressText.parse(
                        scenario.addresses().get(ScriptedScenario.PARENT).get(0))
                .orElseThrow();
        return new RootHints(List.of(ROOT_HOST), List.of(new Glue(ROOT_HOST, ServerAddress.of(octets, PORT))));
    }
}
