package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.LookPlan;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Reading;
import org.zonedrift.input.Target;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.gallery.Look;
import org.zonedrift.sim.gallery.Way;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.ServerAddress;

/** A scan of the gallery says of every exhibit what is wrong with it. */
class GalleryScanTest {

    private static final Climate CALM = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));

    private final Gallery gallery = new Gallery(Families.DUAL);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyExhibitIsRecognisedByItsWayToLook(Way way) throws IOException {
        Map<Look, List<Exhibit>> together = new LinkedHashMap<>();
        for (Exhibit exhibit : gallery.exhibits()) {
            if (exhibit.way() == way) {
                together.computeIfAbsent(exhibit.look(), look -> new ArrayList<>())
                        .add(exhibit);
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Look, List<Exhibit>> each : together.entrySet()) {
            wrong.addAll(wrong(each.getKey(), each.getValue()));
        }
        assertThat(together).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private List<String> wrong(Look look, List<Exhibit> shown) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (Exhibit exhibit : shown) {
            lines.addAll(exhibit.lines());
            ends.add(lines.size() - 1);
        }
        List<ZoneReport> reports =
                looking(look, new VirtualScan(gallery.world(1), CALM, 1)).ofTargets(targets(lines));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String difference =
                    Inspection.difference(shown.get(i), reports.get(ends.get(i)).judgement());
            if (!difference.isEmpty()) {
                wrong.add(shown.get(i).name() + ":" + difference);
            }
        }
        return wrong;
    }

    private List<Target> targets(List<String> lines) throws IOException {
        Path list = Files.write(folder.resolve("names"), lines);
        Reading.ResultLine noResults = line -> {
            throw new IllegalArgumentException(line);
        };
        Reading reading = Reading.auto(folder, name -> name, noResults).as(InputFormat.LIST);
        List<Target> targets = new ArrayList<>();
        try (Inputs inputs = Inputs.open(List.of(list.toString()), reading, InputStream.nullInputStream())) {
            for (Optional<Target> next = inputs.next(); next.isPresent(); next = inputs.next()) {
                targets.add(next.get());
            }
        }
        return targets;
    }

    private static VirtualScan looking(Look look, VirtualScan scan) {
        LookPlan d = LookPlan.DEFAULT;
        return switch (look.way()) {
            case USUAL, FROM_THE_ROOT, LISTED_TWICE, MISSPELT -> scan;
            case EVERY_NS_SET ->
                scan.looking(new LookPlan(ChildNs.ALL, d.primaries(), d.rechecks(), d.data(), d.besides()));
            case VERIFIED_GLUE -> scan.with(GluePolicy.VERIFY);
            case IPV4_ALONE -> scan.over(EnumSet.of(AddressFamily.IPV4));
            case WITH_EXCLUSION -> scan.leavingAlone(Exclusions.parse(look.details()));
            case THROUGH_RESOLVER -> scan.through(detail(look, 0));
            case THROUGH_RESOLVER_WITHOUT_ROOT -> scan.through(detail(look, 0)).rootedNowhere(detail(look, 1));
            case AFTER_OTHERS -> scan.with(Politeness.DEFAULT);
            case STOPPED -> scan.stoppedAfter(Duration.ofSeconds(1));
        };
    }

    private static ServerAddress detail(Look look, int index) {
        byte[] octets = AddressText.parse(look.details().get(index)).orElseThrow();
        return ServerAddress.of(octets, ServerAddress.DNS_PORT);
    }
}
