package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Reading;
import org.zonedrift.input.Target;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.DomainName;

/** How much a scan asks of the servers of the root and of the top-level domains. */
class RegistryLoadTest {

    private static final Climate CALM = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));

    /** More with {@code -Dzonedrift.zones=100000}, which takes two minutes of one core. */
    private static final int ZONES =
            Integer.getInteger("zonedrift.zones", "all".equals(System.getProperty("zonedrift.tier")) ? 10_000 : 1_000);

    /** Priming, and a few names that top-level domains and providers bring along. */
    private static final int HANDFUL = 20;

    private final World world =
            new World(new World.Origin(Profile.TOPLIST, 7, ZONES, World.DEFAULT_POOL, Families.DUAL));
    private final Ear ear = new Ear();
    private final VirtualScan scan = new VirtualScan(world, CALM, 1).overheardBy(ear);

    private List<DomainName> names() {
        return LongStream.range(0, ZONES).mapToObj(world::name).toList();
    }

    private static long sent(Telemetry telemetry, Purpose purpose) {
        return telemetry.udp(purpose).plus(telemetry.tcp(purpose)).of(Count.SENT);
    }

    /** The questions that the servers of the top-level domains heard, by name. */
    private Map<DomainName, Long> heardByRegistries() {
        return world.tlds().stream()
                .flatMap(tld -> heardBy(tld).stream())
                .collect(Collectors.groupingBy(Ear.Heard::name, Collectors.counting()));
    }

    private List<Ear.Heard> heardBy(DomainName tld) {
        SimulatedZone zone = Objects.requireNonNull(world.root().contents().zoneTowards(tld));
        Set<String> addresses = zone.seats().stream()
                .flatMapToLong(seat -> LongStream.of(seat.places()))
                .mapToObj(place -> AddressText.write(Place.octets(place)))
                .collect(Collectors.toSet());
        return ear.all().stream()
                .filter(heard -> addresses.contains(heard.address()))
                .toList();
    }

    private void isAHandfulForTheRoot() {
        Telemetry telemetry = scan.telemetry();
        assertThat(sent(telemetry, Purpose.PRIMING)).isEqualTo(1);
        assertThat(sent(telemetry, Purpose.ROOT)).isLessThanOrEqualTo(HANDFUL);
    }

    @Test
    void iterativelyARegistryIsAskedOnceForEachZoneAndOnceForEachDomainOfServers() {
        Set<DomainName> domains = domainsOfServers(scan.of(names()));
        Set<DomainName> zones = new HashSet<>(names());

        isAHandfulForTheRoot();
        Map<DomainName, Long> heard = heardByRegistries();
        assertThat(heard.values()).as("questions about one name").allMatch(count -> count <= 2);
        long besides = heard.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - (zones.contains(entry.getKey()) ? 1 : 0))
                .sum();
        assertThat(besides).as("questions about domains of servers").isLessThanOrEqualTo(domains.size() + HANDFUL);
        assertThat(sent(scan.telemetry(), Purpose.TLD))
                .isBetween((long) ZONES, (long) ZONES + domains.size() + HANDFUL);
    }

    private static Set<DomainName> domainsOfServers(List<ZoneReport> reports) {
        Set<DomainName> domains = new HashSet<>();
        for (ZoneReport report : reports) {
            Evidence evidence = Objects.requireNonNull(report.evidence());
            evidence.nameServers().forEach(server -> domains.add(domainOf(server.host())));
            evidence.primaries().forEach(primary -> domains.add(domainOf(primary.name())));
        }
        return domains;
    }

    private static DomainName domainOf(DomainName host) {
        return host.ancestor(Math.min(2, host.labelCount()));
    }

    @Test
    void fromItsZoneFileARegistryIsAskedNothing(@TempDir Path folder) throws IOException {
        new WorldFiles(world, 53).writeTo(folder);
        Path file = folder.resolve(world.tlds().get(0) + ".txt.gz");
        List<ZoneReport> reports;
        int expected;
        try (Inputs inputs = Inputs.open(List.of(file.toString()), reading(folder), InputStream.nullInputStream())) {
            List<Target> targets = new ArrayList<>();
            for (Optional<Target> next = inputs.next(); next.isPresent(); next = inputs.next()) {
                targets.add(next.get());
            }
            expected = targets.size();
            reports = scan.knowing(inputs.delegations(53)).ofTargets(targets);
        }

        assertThat(reports).hasSize(expected).hasSizeGreaterThan(ZONES / 10);
        assertThat(domainsOfServers(reports))
                .anyMatch(domain -> domain.isBelow(world.tlds().get(0)));
        isAHandfulForTheRoot();
        assertThat(sent(scan.telemetry(), Purpose.REGISTRY)).isZero();
        assertThat(heardBy(world.tlds().get(0))).isEmpty();
        long byOthers =
                world.tlds().stream().mapToLong(tld -> heardBy(tld).size()).sum();
        assertThat(sent(scan.telemetry(), Purpose.TLD)).isEqualTo(byOthers);
        Map<DomainName, Verdict> truth = LongStream.range(0, ZONES)
                .mapToObj(world::truth)
                .collect(Collectors.toMap(Truth::name, Truth::verdict));
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.judgement().verdict())
                        .as(String.valueOf(report.name()))
                        .isEqualTo(truth.getOrDefault(
                                Objects.requireNonNull(report.name()),
                                report.judgement().verdict())));
    }

    private static Reading reading(Path folder) {
        Reading.ResultLine noResults = line -> {
            throw new IllegalArgumentException(line);
        };
        return Reading.auto(folder, name -> name, noResults).as(InputFormat.ZONE);
    }
}
