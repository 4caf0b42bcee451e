package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.ServerAddress;

/** The gallery's exhibits when a resolver, or the zone file of their TLD, says who serves them. */
class GalleryByOtherWaysTest {

    private static final Climate CALM = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));
    private static final DomainName TLD = DomainName.parse("exhibit");

    /** What a resolver cannot see: the parent's NS set, who denied a name, why a host has no address. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "child-has-more.exhibit", " misses [ns-child-only, ns-parent-child-differ]",
            "parent-has-more.exhibit", " misses [ns-parent-child-differ, ns-parent-only] outcomes",
            "overlap.exhibit", " misses [ns-child-only, ns-parent-child-differ, ns-parent-only] outcomes",
            "disjoint.exhibit", " misses [ns-parent-child-differ, ns-parent-child-disjoint] outcomes",
            "cyclic.exhibit", " misses [cyclic-dependency]",
            "glue-missing.exhibit", " misses [glue-missing]",
            "nobody.exhibit", " verdict NXDOMAIN/RESOLVER for",
            "cname-at-apex.exhibit", " verdict NOT_A_ZONE/CNAME for");

    private final Gallery gallery = new Gallery(Families.DUAL);

    private VirtualScan scan() {
        return new VirtualScan(gallery.world(1), CALM, 1);
    }

    @Test
    void throughAResolverTheyLookAsTheirOwnServersShowThem() {
        List<DomainName> names = gallery.usual().stream().map(Exhibit::name).toList();
        ServerAddress resolver = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 53}, 53);
        List<ZoneReport> reports =
                scan().through(new WorldResolver(gallery.world(1)), resolver).of(names);
        Map<String, String> different = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String difference =
                    Inspection.difference(gallery.usual().get(i), reports.get(i).judgement());
            if (!difference.isEmpty()) {
                different.put(names.get(i).toString(), difference);
            }
        }
        assertThat(different.keySet()).isEqualTo(OTHERWISE.keySet());
        OTHERWISE.forEach(
                (name, what) -> assertThat(different.get(name)).as(name).startsWith(what));
    }

    @Test
    void fromTheirZoneFileTheyLookAsFromTheirParent(@TempDir Path folder) throws IOException {
        Map<DomainName, Exhibit> exhibits = new HashMap<>();
        gallery.usual().stream()
                .filter(exhibit -> exhibit.zone().apex().equals(exhibit.name()))
                .forEach(exhibit -> exhibits.put(exhibit.name(), exhibit));
        Path file = Files.write(folder.resolve("exhibit.zone"), zoneFile(exhibits));
        List<Target> targets = targets(file);
        assertThat(targets).hasSameSizeAs(exhibits.keySet());
        List<String> wrong = new ArrayList<>();
        for (ZoneReport report : scan().ofTargets(targets)) {
            assertThat(Objects.requireNonNull(report.evidence())
                            .delegation()
                            .source()
                            .method())
                    .isEqualTo(Method.ZONE_FILE);
            Exhibit exhibit = exhibits.get(report.name());
            String difference = Inspection.difference(exhibit, report.judgement());
            if (!difference.isEmpty()) {
                wrong.add(exhibit.name() + ":" + difference);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Target> targets(Path file) {
        Reading.ResultLine noResults = line -> {
            throw new IllegalArgumentException(line);
        };
        Reading reading = Reading.auto(file.resolveSibling(""), name -> name, noResults)
                .as(InputFormat.ZONE)
                .origin(TLD);
        List<Target> targets = new ArrayList<>();
        try (Inputs inputs = Inputs.open(List.of(file.toString()), reading, InputStream.nullInputStream())) {
            for (Optional<Target> next = inputs.next(); next.isPresent(); next = inputs.next()) {
                targets.add(next.get());
            }
        }
        return targets;
    }

    private static List<String> zoneFile(Map<DomainName, Exhibit> exhibits) {
        List<String> lines = new ArrayList<>();
        for (Exhibit exhibit : exhibits.values()) {
            for (Seat seat : exhibit.zone().seats()) {
                if (seat.listed() != Listed.CHILD) {
                    lines.add(exhibit.name() + ". 172800 in ns " + seat.host() + ".");
                    glue(seat, lines);
                }
            }
        }
        return lines;
    }

    private static void glue(Seat seat, List<String> lines) {
        if (seat.host().isBelow(TLD)) {
            for (long place : seat.glue()) {
                String type = Place.family(place) == AddressFamily.IPV4 ? "a" : "aaaa";
                lines.add(seat.host() + ". 172800 in " + type + " " + AddressText.write(Place.octets(place)));
            }
        }
    }
}
