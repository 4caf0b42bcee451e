package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Reading;
import org.zonedrift.input.Target;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** What a scan makes of a TLD zone file that is a day old. */
class OldZoneFileTest {

    private static final String CHANGED = "delegation-changed-since-zonefile";

    private final Gallery gallery = new Gallery(Families.IPV4);
    private final VirtualScan scan =
            new VirtualScan(gallery.world(1), Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10)))), 1);

    private final List<Exhibit> sound = gallery.usual().stream()
            .filter(exhibit -> exhibit.truth().verdict() == Verdict.CONSISTENT)
            .filter(exhibit -> exhibit.zone().apex().equals(exhibit.name()))
            .filter(exhibit -> exhibit.zone().seats().stream().allMatch(seat -> seat.listed() == Listed.BOTH))
            .limit(2)
            .toList();

    @TempDir
    private Path folder;

    /** A zone that is as the file says, one that another server serves too by the file, and one that is gone. */
    private Map<String, ZoneReport> reports() throws IOException {
        List<String> lines =
                new ArrayList<>(List.of("exhibit. 900 in soa a.nic.exhibit. b.exhibit. 2026112000 1 1 1 1"));
        sound.forEach(exhibit -> exhibit.zone().seats().forEach(seat -> add(exhibit.name(), seat, lines)));
        Seat other = sound.get(0).zone().seats().get(0);
        add(sound.get(1).name(), other, lines);
        add(DomainName.parse("gone.exhibit"), other, lines);
        Path file = Files.write(folder.resolve("exhibit.zone"), lines);
        Reading.ResultLine noResults = line -> {
            throw new IllegalArgumentException(line);
        };
        Reading reading = Reading.auto(folder, name -> name, noResults).as(InputFormat.ZONE);
        List<Target> targets = new ArrayList<>();
        try (Inputs inputs = Inputs.open(List.of(file.toString()), reading, InputStream.nullInputStream())) {
            for (Optional<Target> next = inputs.next(); next.isPresent(); next = inputs.next()) {
                targets.add(next.get());
            }
            return scan.knowing(inputs.delegations(53)).ofTargets(targets).stream()
                    .collect(Collectors.toMap(report -> String.valueOf(report.name()), report -> report));
        }
    }

    private static void add(DomainName zone, Seat seat, List<String> lines) {
        lines.add(zone + ". 172800 in ns " + seat.host() + ".");
        for (long place : seat.glue()) {
            lines.add(seat.host() + ". 172800 in a " + AddressText.write(Place.octets(place)));
        }
    }

    private static Delegation delegation(ZoneReport report) {
        return Objects.requireNonNull(report.evidence()).delegation();
    }

    private static Set<String> flags(ZoneReport report) {
        return Inspection.flags(report.judgement());
    }

    @Test
    void comparedWithItsParentWhatHasChangedSinceIsFlagged() throws IOException {
        scan.comparing();
        Map<String, ZoneReport> reports = reports();

        ZoneReport same = reports.get(sound.get(0).name().toString());
        ZoneReport changed = reports.get(sound.get(1).name().toString());
        ZoneReport gone = reports.get("gone.exhibit");
        assertThat(flags(same)).doesNotContain(CHANGED);
        assertThat(flags(changed)).contains(CHANGED);
        assertThat(flags(gone)).contains(CHANGED);
        assertThat(reports.values())
                .allSatisfy(report ->
                        assertThat(delegation(report).source().method()).isEqualTo(Method.ZONE_FILE));
        assertThat(delegation(changed).parentNs())
                .hasSize(sound.get(1).zone().seats().size() + 1);
        assertThat(delegation(changed).source().rcode()).isEqualTo("NOERROR");
        assertThat(delegation(gone).source().rcode()).isEqualTo("NXDOMAIN");
        assertThat(scan.telemetry().udp(Purpose.REGISTRY).of(Count.SENT)).isEqualTo(3);
    }

    @Test
    void believedItCostsTheParentNothing() throws IOException {
        assertThat(reports().values()).noneMatch(report -> flags(report).contains(CHANGED));
        assertThat(scan.telemetry().udp(Purpose.REGISTRY).of(Count.SENT)).isZero();
    }
}
