package org.zonedrift.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.input.InputFile;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Target;
import org.zonedrift.output.RecordSink;
import org.zonedrift.verdict.ZoneReport;

class ManifestTest {

    @Test
    void partsStandInAFixedOrderWhateverTheOrderTheyCameIn() {
        Manifest manifest = new Manifest()
                .withOutputs(List.of(new RecordSink.Written("out", 2, 100, "ab")))
                .with(Manifest.Part.NOTES, Map.of("vantage", "lab \"1\""))
                .with(Manifest.Part.RUN_ID, "0badcafe")
                .withInputs(List.of(new InputFile.Summary("in", 10, "", 2, 0, InputFormat.LIST, Optional.empty())));

        assertThat(manifest.text()).isEqualTo("""
                {
                  "schema": "zonedrift-manifest/1",
                  "run_id": "0badcafe",
                  "notes": {
                    "vantage": "lab \\"1\\""
                  },
                  "inputs": [
                    {
                      "name": "in",
                      "bytes": 10,
                      "records": 2,
                      "comments": 0,
                      "kind": "list"
                    }
                  ],
                  "outputs": [
                    {
                      "name": "out",
                      "records": 2,
                      "bytes": 100,
                      "sha256": "ab"
                    }
                  ]
                }
                """);
    }

    @Test
    void resultsAddUpToTheRecordsOfTheInputs() {
        Results results = new Results();
        results.count(ZoneReport.unmeasured(
                new Target.Unmeasured(Target.Line.numbered(1), null, Target.Why.MALFORMED_INPUT, "no name"), 0));
        Manifest manifest = new Manifest().with(Manifest.Part.RESULTS, results.part());

        assertThat(manifest.withInputs(List.of(summary(1))).contradictions()).isEmpty();
        assertThat(manifest.withInputs(List.of(summary(3))).contradictions())
                .containsExactly("targets: 1, records of the inputs: 3");
        assertThat(results.part())
                .containsEntry("by_verdict", Map.of("SKIPPED", 1L))
                .containsEntry("by_reason", Map.of("malformed-input", 1L));
    }

    private static InputFile.Summary summary(long records) {
        return new InputFile.Summary("in", 10, "", records, 0, InputFormat.LIST, Optional.empty());
    }

    @Test
    void aFileIsReplacedWhole(@TempDir Path dir) {
        Path file = dir.resolve("manifest.json");
        WholeFile.replace(file, "a longer text than the next");
        WholeFile.replace(file, "short");

        assertThat(file).hasContent("short");
        assertThat(Files.exists(dir.resolve("manifest.json.next"))).isFalse();
    }
}
