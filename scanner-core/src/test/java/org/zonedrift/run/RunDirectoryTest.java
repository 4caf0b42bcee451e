package org.zonedrift.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.output.Emit;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Judge;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.LooksSoFar;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Traffic;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

class RunDirectoryTest {

    private static final Map<String, String> FROZEN = Map.of("--seed", "1", "input", "list.txt, 4711 octets");
    private static final byte[] NO_TALLY = new byte[0];
    private static final int TARGETS = 300;
    private static final int PORT = 53;

    /** Of this process. */
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whereverItIsKilledEveryTargetHasExactlyOneRecordInTheEnd(int seed) throws IOException {
        Random random = new Random(seed);
        Path folder = dir.resolve("attempt-0");
        for (int attempt = 1; attempt <= 12; attempt++) {
            folder = attempt(folder, dir.resolve("attempt-" + attempt), random);
        }
        try (RunDirectory last = open(folder)) {
            remaining(last, random).forEach(last::finish);
            last.checkpoint(NO_TALLY);
        }

        assertThat(lines(folder))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, TARGETS).boxed().toList());
    }

    /** Works on some targets; what the disk holds at a random moment is what the next attempt finds. */
    private static Path attempt(Path folder, Path next, Random random) throws IOException {
        try (RunDirectory run = open(folder)) {
            List<ZoneReport> left = remaining(run, random);
            int killedAt = random.nextInt(30);
            for (int i = 0; i < Math.min(killedAt, left.size()); i++) {
                run.finish(left.get(i));
                if (random.nextInt(5) == 0) {
                    run.checkpoint(NO_TALLY);
                }
            }
            Files.createDirectories(next);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, next.resolve(file.getFileName()));
                }
            }
            tear(next, random);
        }
        return next;
    }

    /** A frame that was being written when the power went, in the last file and in one just begun. */
    private static void tear(Path folder, Random random) throws IOException {
        int last = 0;
        while (Files.exists(segment(folder, last + 1))) {
            last++;
        }
        Files.write(segment(folder, last), new byte[random.nextInt(9)], StandardOpenOption.APPEND);
        if (random.nextBoolean()) {
            Files.write(segment(folder, last + 1), new byte[random.nextInt(9)]);
        }
    }

    private static Path segment(Path folder, int number) {
        return folder.resolve("results-%05d.ndjson.zst".formatted(number));
    }

    @Test
    void resultsWithoutAJournalAreLeftAlone() throws IOException {
        Path results = Files.writeString(segment(dir, 0), "precious");

        assertThatThrownBy(() -> open(dir)).hasMessageContaining("no journal");
        assertThat(results).hasContent("precious");
    }

    @Test
    void resultsGoOnInAnotherFileBehindALargeOne() throws IOException {
        try (RunDirectory run = open(dir.resolve("run"))) {
            for (ZoneReport report : remaining(run, new Random(1))) {
                run.finish(report);
                run.checkpoint(NO_TALLY);
            }
        }
        assertThat(dir.resolve("run/results-00001.ndjson.zst")).exists();
        assertThat(lines(dir.resolve("run"))).hasSize(TARGETS).doesNotHaveDuplicates();
    }

    @Test
    void aZoneThatWaitsForAnotherLookIsNotForgottenNorMeasuredAnew() {
        ZoneReport first = firstLook(1);
        try (RunDirectory run = open(dir)) {
            run.park(LooksSoFar.of(first));
            run.park(LooksSoFar.of(firstLook(2)));
            run.finish(report(2));
            run.checkpoint(NO_TALLY);
            run.park(LooksSoFar.of(firstLook(3)));
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            try (RunDirectory again = open(dir)) {
                assertThat(again.isTaken(target(1))).isTrue();
                assertThat(again.isTaken(target(2))).isTrue();
                assertThat(again.isTaken(target(3)))
                        .as("parked after the checkpoint")
                        .isFalse();
                List<LooksSoFar> left = again.leftBehind().collectList().block();
                assertThat(left).singleElement().extracting(LooksSoFar::first).satisfies(look -> {
                    assertThat(look.line()).isEqualTo(first.line());
                    assertThat(look.evidence()).isEqualTo(first.evidence());
                    assertThat(look.traffic()).isEqualTo(first.traffic());
                    assertThat(look.startedAtMillis()).isEqualTo(first.startedAtMillis());
                });
            }
        }
        assertThat(dir).isDirectoryNotContaining("glob:**/pending-00000*");
    }

    @Test
    void aZoneThatWasLookedAtAgainKeepsEveryLook(@TempDir Path dir) {
        ZoneReport first = firstLook(1);
        ZoneReport second = first.begunAt(first.startedAtMillis() + 15_000);
        ZoneReport third = first.begunAt(first.startedAtMillis() + 300_000);
        try (RunDirectory run = open(dir)) {
            run.park(LooksSoFar.of(first));
            run.park(LooksSoFar.of(firstLook(2)));
            run.park(LooksSoFar.of(first).and(second));
            run.park(LooksSoFar.of(first).and(second).and(third));
            run.park(LooksSoFar.of(firstLook(4)));
            run.checkpoint(NO_TALLY);
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            try (RunDirectory again = open(dir)) {
                List<LooksSoFar> left = again.leftBehind().collectList().block();
                assertThat(left).extracting(looks -> looks.line().number()).containsExactly(2L, 1L, 4L);
                assertThat(left.get(1).later())
                        .extracting(ZoneReport::startedAtMillis)
                        .containsExactly(second.startedAtMillis(), third.startedAtMillis());
                assertThat(left.get(1).later().get(1).evidence()).isEqualTo(third.evidence());
                assertThat(left.get(0).later()).isEmpty();
            }
        }
    }

    private static ZoneReport firstLook(long line) {
        ServerAddress address = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, PORT);
        NameServer server = new NameServer(
                DomainName.parse("ns1.example"),
                NameServer.Listed.PARENT,
                List.of(new NameServer.Located(address, NameServer.AddressSource.GLUE)),
                null,
                Set.of());
        Evidence evidence = Evidence.of(
                new Delegation(
                        DomainName.parse("zone" + line + ".example"),
                        Delegation.Standing.DELEGATED,
                        Delegation.Source.of(Delegation.Method.ITERATIVE),
                        Set.of(server.host()),
                        null,
                        List.of(),
                        Set.of()),
                List.of(server),
                List.of(Observation.skipped(address, Outcome.SKIPPED_BUDGET)),
                List.of());
        Judgement judgement = new Judge(Operators.bundled()).judge(evidence);
        return ZoneReport.of(target(line), 1_795_168_800_000L, 20, evidence, judgement)
                .costing(new Traffic(3, 0, 1, 100, 200));
    }

    @Test
    void countsGoOnWhereTheyWere() {
        try (RunDirectory run = open(dir)) {
            run.checkpoint(new byte[] {4, 7, 1, 1});
        }
        try (RunDirectory again = open(dir)) {
            assertThat(again.tally()).containsExactly(4, 7, 1, 1);
            assertThat(again.terms().runId()).isEqualTo("0badcafe4711");
            assertThat(again.resumedAt()).hasSize(1);
        }
    }

    @Test
    void aFileThatLostWhatTheJournalTellsOfIsNotBuiltUpon() throws IOException {
        try (RunDirectory run = open(dir)) {
            run.finish(report(1));
            run.checkpoint(NO_TALLY);
        }
        Files.write(segment(dir, 0), new byte[0]);

        assertThatThrownBy(() -> open(dir)).hasMessageContaining("shorter than it was");
    }

    @Test
    void theHashIsOfTheWholeFileThoughItWasWrittenInTwoAttempts() throws Exception {
        for (int line = 1; line <= 2; line++) {
            try (RunDirectory run = open(dir)) {
                run.finish(report(line));
                run.checkpoint(NO_TALLY);
            }
        }
        try (RunDirectory run = open(dir)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(segment(dir, 0)));
            assertThat(run.written()).singleElement().satisfies(file -> {
                assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
                assertThat(file.records()).isEqualTo(2);
                assertThat(file.bytes()).isEqualTo(Files.size(segment(dir, 0)));
            });
        }
    }

    @Test
    void anotherConfigurationIsRefusedAndTheDifferenceNamed() {
        open(dir).close();

        assertThatThrownBy(() -> RunDirectory.open(
                        dir, terms(Map.of("--seed", "2", "input", "list.txt, 4711 octets")), output(1 << 20)))
                .isInstanceOfSatisfying(
                        RunException.class, fault -> assertThat(fault.kind()).isEqualTo(RunException.Kind.REFUSED))
                .hasMessageEndingWith("holds another run: --seed was 1 and is 2");
    }

    @Test
    void twoScansCannotShareAFolder() {
        try (RunDirectory first = open(dir)) {
            assertThat(first.finishedBefore()).isZero();
            assertThatThrownBy(() -> open(dir)).hasMessageEndingWith("is in use by another scan");
        }
    }

    @Test
    void whatIsNotWrittenIsFinishedAllTheSame() throws IOException {
        ZoneReport skipped = report(7);
        RunDirectory.Output mismatches = RunDirectory.Output.of(RecordWriter.InputFiles.ONE, Emit.MISMATCH, PORT);
        try (RunDirectory run = RunDirectory.open(dir, terms(FROZEN), mismatches)) {
            run.finish(skipped);
            run.checkpoint(NO_TALLY);
        }
        try (RunDirectory again = RunDirectory.open(dir, terms(FROZEN), mismatches)) {
            assertThat(again.isTaken(target(7))).isTrue();
            assertThat(again.finishedBefore()).isEqualTo(1);
        }
        assertThat(lines(dir)).isEmpty();
    }

    @Test
    void aRunThatCannotGoOnLeavesNoFileOpen() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full) && Files.exists(OPEN_FILES), "needs: linux");
        Path folder = dir.resolve("run");
        open(folder).close();
        Files.delete(segment(folder, 0));
        Files.createSymbolicLink(segment(folder, 0), full);

        assertThatThrownBy(() -> open(folder)).isInstanceOf(RuntimeException.class);

        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            assertThat(open.map(RunDirectoryTest::target))
                    .noneMatch(file -> file.startsWith(folder) || file.equals(full));
        }
    }

    /** What a link leads to; the folder's own is gone by the time it is looked at. */
    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return link;
        }
    }

    private static RunDirectory open(Path folder) {
        return RunDirectory.open(folder, terms(FROZEN), output(2_000));
    }

    private static RunDirectory.Terms terms(Map<String, String> frozen) {
        return new RunDirectory.Terms("0badcafe4711", 1_795_168_800_000L, frozen);
    }

    private static RunDirectory.Output output(long segmentMax) {
        return new RunDirectory.Output(RecordWriter.InputFiles.ONE, Emit.ALL, PORT, segmentMax);
    }

    private static List<ZoneReport> remaining(RunDirectory run, Random random) {
        List<ZoneReport> left = new ArrayList<>();
        for (int i = 1; i <= TARGETS; i++) {
            if (!run.isTaken(target(i))) {
                left.add(report(i));
            }
        }
        Collections.shuffle(left, random);
        return left;
    }

    private static Target.Zone target(long line) {
        return Target.Zone.named(Target.Line.numbered(line), DomainName.parse("zone" + line + ".example"));
    }

    private static ZoneReport report(long line) {
        return ZoneReport.without(
                target(line), Judgement.unmeasured(Verdict.SKIPPED, Reason.OPT_OUT), 1_795_168_800_000L, null);
    }

    private static List<Long> lines(Path folder) throws IOException {
        List<Long> lines = new ArrayList<>();
        RecordReader reader = new RecordReader(53);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                if (file.getFileName().toString().startsWith("results-") && Files.size(file) > 0) {
                    try (InputStream stream = new ZstdInputStream(Files.newInputStream(file))) {
                        new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .forEach(line ->
                                        lines.add(reader.read(line).line().number()));
                    }
                }
            }
        }
        return lines;
    }
}
