package org.zonedrift.cli.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Reading;

class ForecastTest {

    @TempDir
    Path folder;

    private String line(String text, Politeness politeness) throws Exception {
        return forecast(Files.writeString(folder.resolve("input"), text), politeness)
                .orElseThrow()
                .line();
    }

    private Optional<Forecast> forecast(Path file, Politeness politeness) {
        Reading reading = Reading.auto(folder, UnaryOperator.identity(), record -> {
            throw new IllegalArgumentException("no results here");
        });
        try (Inputs inputs = Inputs.open(List.of(file.toString()), reading, InputStream.nullInputStream())) {
            return Forecast.of(inputs, inputs, politeness);
        }
    }

    @Test
    void theBusiestServerOfAZoneFileBoundsTheScan() throws Exception {
        StringBuilder zoneFile = new StringBuilder("lab. 900 in soa a.nic.lab. h.nic.lab. 1 1800 900 604800 86400\n");
        for (int i = 0; i < 900; i++) {
            zoneFile.append("z").append(i).append(".lab. 900 in ns ns1.busy.example.\n");
            zoneFile.append("z")
                    .append(i)
                    .append(".lab. 900 in ns ns")
                    .append(i)
                    .append(".idle.example.\n");
        }
        assertThat(line(zoneFile.toString(), new Politeness(10_000, 5)))
                .isEqualTo("Planned: 900 targets, about 1,800 queries; the busiest server is ns1.busy.example with 900"
                        + " zones; within the limits that takes 3 min at least.");
    }

    @Test
    void namesAloneAreBoundedByTheRateOfTheWholeScan() throws Exception {
        assertThat(line("one.example\ntwo.example\nno name\n", new Politeness(1, 50)))
                .isEqualTo("Planned: 3 targets, about 10 queries; within the limits that takes 10 s at least.");
    }

    @Test
    void withoutLimitsNoTimeIsPromised() throws Exception {
        assertThat(line("one.example\n", Politeness.NONE)).isEqualTo("Planned: 1 target, about 5 queries.");
    }

    /** Few octets may pack many names, which take seconds to read. */
    @Test
    void aPackedFileIsNotReadBeforehandWhereWhatIsInItWouldTakeLong() throws Exception {
        Path small = packed("small", 1_000);
        Path big = packed("big", 500_000);
        assertThat(Files.size(big)).isLessThan(1 << 25);
        assertThat(forecast(small, Politeness.NONE)).isPresent();
        assertThat(forecast(big, Politeness.NONE)).isEmpty();
    }

    private Path packed(String name, int names) throws Exception {
        Path file = folder.resolve(name);
        try (PrintStream into = new PrintStream(new GZIPOutputStream(Files.newOutputStream(file)), false, UTF_8)) {
            for (int i = 0; i < names; i++) {
                into.println("name-" + Long.toHexString(i * 0x9E3779B97F4A7C15L) + ".example");
            }
        }
        return file;
    }
}
