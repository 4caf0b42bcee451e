package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.input.Target;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.DomainName;

/** How much a scan asks of the servers of the root and of the top-level domains. */
class RegistryLoadTest {

    private static final Climate CALM = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));

    /** More with {@code -Dzonedrift.zones=100000}. */
    private static final int ZONES = Integer.getInteger("zonedrift.zones", 1_000);

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
        Set<String> registries = world.tlds().stream()
                .map(tld -> Objects.requireNonNull(world.root().contents().zoneTowards(tld)))
                .map(SimulatedZone::seats)
                .flatMap(List::stream)
                .flatMapToLong(seat -> LongStream.of(seat.places()))
                .mapToObj(place -> AddressText.write(Place.octets(place)))
                .collect(Collectors.toSet());
        return ear.all().stream()
                .filter(heard -> registries.contains(heard.address()))
                .collect(Collectors.groupingBy(Ear.Heard::name, Collectors.counting()));
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
    void withTheDelegationsInHandARegistryIsAskedOnlyForDomainsOfServers() {
        List<ZoneReport> learnt = new VirtualScan(world, CALM, 1).of(names());
        List<Target> targets = IntStream.range(0, ZONES)
                .mapToObj(i -> zoneFileTarget(i, learnt.get(i)))
                .filter(target -> target.delegation() != null)
                .<Target>map(target -> target)
                .toList();

        List<ZoneReport> reports = scan.ofTargets(targets);

        assertThat(reports).hasSameSizeAs(targets);
        isAHandfulForTheRoot();
        assertThat(sent(scan.telemetry(), Purpose.DELEGATION)).isZero();
        Map<DomainName, Long> heard = heardByRegistries();
        assertThat(heard.values()).as("questions about one name").containsOnly(1L);
        assertThat(heard).hasSizeLessThanOrEqualTo(domainsOfServers(reports).size() + HANDFUL);
        assertThat(sent(scan.telemetry(), Purpose.TLD)).isEqualTo(heard.size());
    }

    /** What the zone file of its registry would say of a zone. */
    private static Target.Zone zoneFileTarget(int line, ZoneReport report) {
        Delegation found = Objects.requireNonNull(report.evidence()).delegation();
        Delegation told = found.parentNs() == null
                ? null
                : new Delegation(
                        found.zone(),
                        found.standing(),
                        Source.of(Delegation.Method.ZONE_FILE),
                        found.parentNs(),
                        null,
                        found.glue(),
                        Set.of());
        return new Target.Zone(Target.Line.numbered(line + 1L), found.zone(), null, told, List.of(), null);
    }
}
