package org.zonedrift.benchmarks.scan;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Verdict;

/** Holds the records of a scan against the truth about the world that was scanned. */
final class Verdicts {

    private static final String NAME = "\"name\":\"";
    private static final String VERDICT = "\"verdict\":\"";

    private Verdicts() {}

    /**
     * What was counted.
     *
     * @param judged records of whom the truth is known: providers' own zones have none
     */
    record Count(long records, long judged, long right) {

        double rightShare() {
            return (double) right / Math.max(1, judged);
        }
    }

    /** Of all records, which may be spread over files. */
    static Count of(Errand errand, World world, List<Path> files) throws IOException {
        Map<String, Verdict> truth = truth(errand, world);
        long written = 0;
        long judged = 0;
        long right = 0;
        for (Path file : files) {
            try (BufferedReader lines = open(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    written++;
                    Verdict expected = truth.remove(value(line, NAME));
                    if (expected != null) {
                        judged++;
                        right += expected.name().equals(value(line, VERDICT)) ? 1 : 0;
                    }
                }
            }
        }
        return new Count(written, judged, right);
    }

    /** Each name may be found once. */
    private static Map<String, Verdict> truth(Errand errand, World world) {
        Map<String, Verdict> truth = new HashMap<>();
        for (long number = 0; number < world.zones(); number++) {
            Truth known = errand.asksChild() ? world.truth(number) : world.truthOfServersOfParent(number);
            truth.put(known.name().toString(), errand.looksAgain() ? known.verdict() : known.first());
        }
        return truth;
    }

    private static String value(String line, String key) {
        int from = line.indexOf(key) + key.length();
        return line.substring(from, line.indexOf('"', from));
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream octets = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".zst") ? new ZstdInputStream(octets) : octets;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
