package org.zonedrift.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.option.InputOptions;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Target;
import org.zonedrift.input.Target.Line;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;

/** Every kind of target comes out of a checkpoint as it went in. */
class TargetCodecTest {

    @TempDir
    Path folder;

    @Test
    void linesOfAListAndWhatIsWrongWithThem() throws Exception {
        List<Target> targets = read("list", "example.org\nnot a name..\nexample.org\nexample.net,4,x\n");
        assertThat(targets).hasSize(4).allSatisfy(TargetCodecTest::comesBack);
        assertThat(targets).hasAtLeastOneElementOfType(Target.Unmeasured.class);
    }

    @Test
    void aZoneFileWithItsServersAndGlue() throws Exception {
        String zone = """
                example. 3600 IN SOA ns.example. host.example. 7 1 1 1 1
                a.example. 3600 IN NS ns1.a.example.
                a.example. 3600 IN NS ns.other.test.
                ns1.a.example. 3600 IN A 192.0.2.1
                ns1.a.example. 3600 IN AAAA 2001:db8::1
                b.example. 3600 IN NS ns.other.test.
                """;
        List<Target> targets = read("example.zone", zone);
        assertThat(targets).hasSize(2).allSatisfy(TargetCodecTest::comesBack);
        assertThat(((Target.Zone) targets.get(0)).delegation()).isNotNull();
    }

    @Test
    void serversThatTheUserNames() throws Exception {
        List<Target> targets = read("servers.csv", "a.example,ns1.a.example,192.0.2.1\na.example,ns2.a.example,\n");
        assertThat(targets).isNotEmpty().allSatisfy(TargetCodecTest::comesBack);
    }

    @Test
    void whatAnEarlierRunSaidAndALineLongerThanSixtyFourThousandOctets() {
        String metadata = "x".repeat(70_000);
        Target target = new Target.Zone(
                new Line(3, 1L << 40, "Ünïcode", "ff00"),
                DomainName.parse("a.example"),
                metadata,
                null,
                List.of(),
                new Previous(SerialNumber.of(4_294_967_295L), "MISMATCH", 17, "0a0b"));
        comesBack(target);
    }

    private static void comesBack(Target target) {
        assertThat(TargetCodec.decode(TargetCodec.encode(target))).isEqualTo(target);
    }

    private List<Target> read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        List<Target> targets = new ArrayList<>();
        try (Inputs inputs = Inputs.open(
                List.of(file.toString()), new InputOptions().reading(53), new ByteArrayInputStream(new byte[0]))) {
            for (Optional<Target> next = inputs.next(); next.isPresent(); next = inputs.next()) {
                targets.add(next.orElseThrow());
            }
        }
        return targets;
    }
}
