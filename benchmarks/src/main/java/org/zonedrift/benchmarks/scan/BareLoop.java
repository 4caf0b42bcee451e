package org.zonedrift.benchmarks.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zonedrift.benchmarks.probes.Race.Cost;

/** The bare C loop: it asks the servers of the simulated Internet what a scan asks them, and keeps nothing. */
record BareLoop(Path workshop) {

    /** Questions open at once: its servers' buffers hold no more. */
    private static final int WINDOW = 500;

    private static final double LOST_MAX = .02;

    /** What so many answers cost. */
    Cost run(ServedTld tld, long count) throws IOException, InterruptedException {
        Path usage = workshop.resolve("loop-usage.txt");
        Process asker = new ProcessBuilder(List.of(
                        workshop.resolve("rusage").toString(),
                        usage.toString(),
                        "taskset",
                        "-c",
                        "0",
                        workshop.resolve("asker").toString(),
                        tld.questions().toString(),
                        String.valueOf(tld.port()),
                        String.valueOf(count),
                        String.valueOf(WINDOW)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = asker.inputReader()) {
            String[] numbers = said.readLine().split(" ");
            long answered = Long.parseLong(numbers[0]);
            long asked = Long.parseLong(numbers[2]);
            if (asker.waitFor() != 0 || answered < (1 - LOST_MAX) * count) {
                throw new IOException("the loop asked " + asked + " and heard " + answered);
            }
            return Expedition.Usage.in(usage, answered);
        }
    }
}
