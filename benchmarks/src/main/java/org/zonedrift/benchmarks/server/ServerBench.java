package org.zonedrift.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;

/**
 * Asks the simulated Internet's servers and a bare responder in turns, and tells what an answer
 * costs each of them once it is warm.
 */
final class ServerBench {

    private static final int WARM_UP = 600_000;
    private static final int COUNT = 1_000_000;
    private static final int WINDOW = 500;
    private static final int ROUNDS = 3;
    private static final double LOST_MAX = .01;
    private static final long LOOPBACK = Place.of(127, 0, 0, 1);

    private final Path workshop;

    /** A server and what it is asked. */
    private record Contestant(List<String> command, Path questions) {}

    private ServerBench(Path workshop) {
        this.workshop = workshop;
    }

    /** Arguments: the folder of the benchmarks, and if wanted the number of rounds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        ServerBench bench = new ServerBench(Files.createDirectories(home.resolve("target/server")));
        bench.compile(home.resolve("src/main/c"));
        Map<String, List<Double>> results = new LinkedHashMap<>();
        Map<String, Contestant> contestants = bench.contestants();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Contestant> contestant : contestants.entrySet()) {
                double micros = bench.measure(contestant.getValue());
                System.out.printf("round %d: %-44s %.2f us/answer%n", round, contestant.getKey(), micros);
                results.computeIfAbsent(contestant.getKey(), key -> new ArrayList<>())
                        .add(micros);
            }
        }
        String table = ServerReport.markdown(results, COUNT, WINDOW);
        System.out.println(table);
        ServerReport.PLACE.write(home.resolve("README.md"), table);
    }

    private void compile(Path sources) throws IOException, InterruptedException {
        for (String program : List.of("responder", "asker")) {
            List<String> command = List.of(
                    "cc",
                    "-O2",
                    "-o",
                    program(program),
                    sources.resolve(program + ".c").toString());
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("cc could not compile " + program + ".c");
            }
        }
    }

    private Map<String, Contestant> contestants() throws IOException {
        World world = ServedWorld.world();
        Path everywhere = workshop.resolve("everywhere.bin");
        Path oneServer = workshop.resolve("one-server.bin");
        Path plain = workshop.resolve("plain.bin");
        long busiest = busiest(world);
        Questions.write(world, everywhere, place -> true, place -> place);
        Questions.write(world, oneServer, place -> place == busiest, place -> place);
        Questions.write(world, plain, place -> true, place -> LOOPBACK);
        List<String> ours = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:+UseParallelGC",
                "-Dio.netty.leakDetection.level=disabled",
                ServedWorld.class.getName());
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        contestants.put(ServerReport.BARE, new Contestant(List.of(program("responder")), plain));
        contestants.put("simulated Internet, all its addresses", new Contestant(ours, everywhere));
        contestants.put("simulated Internet, one address", new Contestant(ours, oneServer));
        return contestants;
    }

    /** The lowest address at which a first server stands: one of the biggest provider's. */
    private static long busiest(World world) {
        long lowest = Long.MAX_VALUE;
        for (long number = 0; number < world.zones(); number++) {
            SimulatedZone zone = world.zone(number);
            if (zone != null && zone.seats().get(0).places().length > 0) {
                lowest = Math.min(lowest, zone.seats().get(0).places()[0]);
            }
        }
        return lowest;
    }

    /** CPU microseconds of the server for each answer after the warm-up. */
    private double measure(Contestant contestant) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "1"));
        command.addAll(contestant.command());
        Process server = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = server.inputReader()) {
            int port = Integer.parseInt(said.readLine());
            ask(contestant.questions(), port, WARM_UP);
            long before = cpuTicks(server.pid());
            long answered = ask(contestant.questions(), port, COUNT);
            long ticks = cpuTicks(server.pid()) - before;
            return ticks * ServerReport.MICROS_PER_TICK / answered;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private long ask(Path questions, int port, int count) throws IOException, InterruptedException {
        Process asker = new ProcessBuilder(
                        "taskset",
                        "-c",
                        "0",
                        program("asker"),
                        questions.toString(),
                        String.valueOf(port),
                        String.valueOf(count),
                        String.valueOf(WINDOW))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = asker.inputReader()) {
            String[] numbers = said.readLine().split(" ");
            long answered = Long.parseLong(numbers[0]);
            long asked = Long.parseLong(numbers[2]);
            if (asker.waitFor() != 0 || !numbers[1].equals("0") || asked > answered * (1 + LOST_MAX)) {
                throw new IOException("answered, wrong, asked: " + String.join(" ", numbers));
            }
            return answered;
        }
    }

    /** User and system time of a process so far, in the kernel's ticks. */
    private static long cpuTicks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private String program(String name) {
        return workshop.resolve(name).toString();
    }
}
