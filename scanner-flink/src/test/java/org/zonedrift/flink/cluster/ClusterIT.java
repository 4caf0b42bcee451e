package org.zonedrift.flink.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.SimulatedZone.Drift;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Verdict;

/**
 * The jar of the job on a cluster of real processes, of which one is killed in the middle. It runs when the jar is made, in
 * the phase integration-test.
 */
@Tag("interop")
@EnabledIfSystemProperty(named = "zonedrift.jobJar", matches = ".+")
class ClusterIT {

    private static final int ZONES = 1_200;
    private static final int WORKERS = 2;

    /** Queries a second: some ten seconds of scanning, whatever the machine, so that there is a middle to be killed in. */
    private static final String RATE = "600";

    /** Far fewer zones than there are, so that the input is not read at once. */
    private static final String UNDER_WAY = "100";

    /** Of other zones, when one looks decides what one sees. */
    private static final Set<Drift> STANDING = EnumSet.of(Drift.NONE, Drift.UNCHANGED);

    private static final Pattern JOB = Pattern.compile("\"jid\":\"([0-9a-f]{32})\"");
    private static final Pattern COMPLETED = Pattern.compile("\"counts\":\\{[^}]*\"completed\":(\\d+)");
    private static final Pattern RESTORED = Pattern.compile("\"counts\":\\{[^}]*\"restored\":(\\d+)");

    @TempDir
    Path folder;

    @Test
    void aWorkerThatIsKilledCostsNoTargetAndRepeatsNone() throws Exception {
        List<Long> processes = new ArrayList<>();
        World world = new World(World.Origin.of(Profile.TOPLIST, 11, ZONES));
        try (SimulatedInternet internet = SimulatedInternet.serve(world, 0)) {
            new WorldFiles(world, internet.port()).writeTo(folder.resolve("world"));
            try (Cluster cluster = Cluster.start(folder.resolve("cluster"), WORKERS)) {
                Process client = cluster.run(Path.of(System.getProperty("zonedrift.jobJar")), WORKERS, job(internet));
                loseAWorker(cluster, client);
                assertThat(cluster.exitCode(client)).as(cluster.told()).isZero();
                assertThat(number(cluster, RESTORED))
                        .as("starts from a checkpoint")
                        .isPositive();
                processes.addAll(cluster.processes());
            }
            assertThat(Files.readString(folder.resolve("manifest.json"))).contains("\"targets\": " + ZONES + ",");
            assertIsTheTruth(world, new ResultFiles(folder.resolve("results"), internet.port()));
        }
        assertThat(processes).hasSize(1 + WORKERS + 1).noneMatch(ClusterIT::runs);
    }

    /** One that has ended and that nobody has asked for its exit code is still listed, without a program. */
    private static boolean runs(long process) {
        return ProcessHandle.of(process)
                .map(ProcessHandle::info)
                .flatMap(ProcessHandle.Info::command)
                .isPresent();
    }

    private List<String> job(SimulatedInternet internet) {
        Path world = folder.resolve("world");
        return List.of(
                "--root-hints",
                world.resolve("root.hints").toString(),
                "--port",
                String.valueOf(internet.port()),
                "--allow-special",
                "127.0.0.0/8",
                "--rate",
                RATE,
                "--rate-per-server",
                "0",
                "-j",
                UNDER_WAY,
                "--waiting",
                UNDER_WAY,
                "--recheck",
                "2s",
                "--checkpoint",
                "1s",
                "--manifest",
                folder.resolve("manifest.json").toString(),
                "-o",
                folder.resolve("results").toUri().toString(),
                world.resolve("domains.txt").toString());
    }

    /** Kills one after a checkpoint has come to its end since the first records, and starts another. */
    private static void loseAWorker(Cluster cluster, Process client) throws Exception {
        cluster.await(
                "the job was there",
                client,
                () -> JOB.matcher(cluster.ask("/jobs/overview")).find());
        cluster.await("two checkpoints", client, () -> number(cluster, COMPLETED) >= 2);
        cluster.killWorker(1);
        cluster.addWorker();
    }

    /** What the page of checkpoints says; 0 where it says nothing yet. */
    private static int number(Cluster cluster, Pattern what) {
        Matcher job = JOB.matcher(cluster.ask("/jobs/overview"));
        assertThat(job.find()).isTrue();
        Matcher found = what.matcher(cluster.ask("/jobs/" + job.group(1) + "/checkpoints"));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static void assertIsTheTruth(World world, ResultFiles results) throws Exception {
        Map<String, Verdict> found = results.verdicts();
        Map<String, Verdict> expected = new TreeMap<>();
        Set<String> names = new HashSet<>();
        for (long number = 0; number < world.zones(); number++) {
            Truth truth = world.truth(number);
            names.add(truth.name().toString());
            if (STANDING.contains(truth.drift())) {
                expected.put(truth.name().toString(), truth.verdict());
            }
        }
        assertThat(found.keySet()).isEqualTo(names);
        found.keySet().retainAll(expected.keySet());
        assertThat(expected).hasSizeGreaterThan(ZONES * 9 / 10);
        assertThat(found).isEqualTo(expected);
    }
}
