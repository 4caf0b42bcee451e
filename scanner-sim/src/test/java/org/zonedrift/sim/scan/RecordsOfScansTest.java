package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.operator.Operators;
import org.zonedrift.output.JsonBytes;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.output.Rejudge;
import org.zonedrift.output.WrittenRecord;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Mishaps;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Judge;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.ServerAddress;

/** Whatever a scan writes follows from the evidence in the record alone. */
class RecordsOfScansTest {

    private static final int ZONES = 300;
    private static final Weather CALM = Weather.calm(Delay.of(Duration.ofMillis(10)));

    private final RecordWriter writer = new RecordWriter("", RecordWriter.InputFiles.ONE);
    private final RecordReader reader = new RecordReader(ServerAddress.DNS_PORT);
    private final Rejudge rejudge = new Rejudge(new Judge(Operators.bundled()));

    @Test
    void theGalleryCanBeJudgedAnewFromItsRecords() {
        Gallery gallery = new Gallery(Families.DUAL);
        followFromTheirEvidence(new VirtualScan(gallery.world(1), Climate.everywhere(CALM), 1)
                .of(gallery.exhibits().stream().map(Exhibit::name).toList()));
    }

    @Test
    void aWorldWithLossCanBeJudgedAnewFromItsRecords() {
        World world = new World(new World.Origin(Profile.TOPLIST, 7, ZONES, World.DEFAULT_POOL, Families.DUAL));
        Weather lossy = CALM.with(Mishaps.NONE.withLoss(.05));
        followFromTheirEvidence(new VirtualScan(world, Climate.everywhere(lossy), 1)
                .of(LongStream.range(0, ZONES).mapToObj(world::name).toList()));
    }

    private void followFromTheirEvidence(List<ZoneReport> reports) {
        for (ZoneReport report : reports) {
            String line = line(report);
            WrittenRecord record = reader.read(line);
            assertThat(rejudge.differences(record)).as(line).isEmpty();
            assertThat(line(rejudge.rejudged(record))).isEqualTo(line);
        }
    }

    private String line(ZoneReport report) {
        JsonBytes json = new JsonBytes();
        writer.write(report, json);
        return new String(json.toByteArray(), StandardCharsets.UTF_8);
    }
}
