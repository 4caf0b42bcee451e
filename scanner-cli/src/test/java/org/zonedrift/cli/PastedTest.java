package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.watch.Words;

/** What the documents tell people to paste, pasted; and the data set that ships with them. */
@Tag("slow")
class PastedTest {

    private static final Path ROOT = root();
    private static final Pattern BLOCK = Pattern.compile("```(?:sh)?\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("CHANGELOG.md"))) {
            here = here.getParent();
        }
        return here;
    }

    @Test
    void theReadmeScansATldAndGoesOnWithIt() throws Exception {
        program("\"$@\"");
        String first = paste(block("README.md", "## Scan a TLD"));
        assertThat(first).contains("in = out");
        RunFolder run = new RunFolder(folder.resolve("my-run"));
        int targets = run.verdicts().size();
        assertThat(targets).isPositive();

        assertThat(paste(block("README.md", "## Resume")))
                .contains(Words.counted(targets, "target") + " were finished before");
        assertThat(run.verdicts()).hasSize(targets);
        run.holdsWhatItPromises();
    }

    /** Puts the program on the path of what is pasted, called with these words of a shell. */
    private Path program(String arguments) throws IOException {
        Path program = folder.resolve("zonedrift");
        List<String> command = Program.with(List.of()).command();
        Files.writeString(program, "#!/bin/sh\nexec '" + String.join("' '", command) + "' " + arguments + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aWorldThatIsScannedTwiceSaysNearlyTheSameTwice() throws Exception {
        String said = paste("RECHECK=1s ZONEDRIFT='" + program("\"$@\"") + "' '" + ROOT.resolve("scripts/repeatability")
                + "' 120 4 3");
        Matcher all = Pattern.compile("all +120 +120 +\\d+ +([\\d.]+)%").matcher(said);
        assertThat(all.find()).as(said).isTrue();
        assertThat(Double.parseDouble(all.group(1))).isBetween(90.0, 100.0);
        assertThat(said).contains("CONSISTENT ", "kappa ");
    }

    private static String block(String document, String section) throws IOException {
        String text = Files.readString(ROOT.resolve(document));
        Matcher block = BLOCK.matcher(text);
        assertThat(block.find(text.indexOf(section + "\n"))).isTrue();
        return block.group(1);
    }

    /** What a shell prints to both streams; it must not fail on the way. */
    private String paste(String lines) throws Exception {
        Path said = folder.resolve("said.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", lines)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        shell.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        Process process = shell.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    @Test
    void everyLineOfJqSaysSomething() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/jq")), "needs: jq");
        Path results = folder.resolve("results.ndjson");
        try (InputStream packed =
                new ZstdInputStream(Files.newInputStream(ROOT.resolve("docs/dataset/results-00000.ndjson.zst")))) {
            Files.copy(packed, results);
        }
        List<String> lines = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/jq.md")));
        while (block.find()) {
            lines.add(block.group(1));
        }
        assertThat(lines).hasSizeGreaterThan(6);
        for (String line : lines) {
            assertThat(paste(line)).as(line).isNotBlank().doesNotContain("jq:");
        }
    }

    @Test
    void theDataSetIsWhatItsManifestSays() throws Exception {
        RunFolder dataset = new RunFolder(ROOT.resolve("docs/dataset"));
        dataset.holdsWhatItPromises();
        assertThat(dataset.manifest().get("inputs"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(input -> assertThat(((Map<?, ?>) input).get("sha256"))
                        .isEqualTo(RunFolder.sha256(ROOT.resolve("docs/dataset/domains.txt"))));
        try (Stream<String> names = Files.lines(ROOT.resolve("docs/dataset/domains.txt"))) {
            assertThat(dataset.verdicts()).hasSize((int) names.count());
        }
    }
}
