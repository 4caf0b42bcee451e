package org.zonedrift.cli.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.Zonedrift;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;

/** A benchmark of the resolvers that people run: Unbound, BIND, PowerDNS Recursor and Knot Resolver. */
@Tag("interop")
class RealResolversIT {

    private static final List<Function<Path, RealResolver>> KINDS =
            List.of(RealResolver::unbound, RealResolver::bind, RealResolver::powerDns, RealResolver::knot);

    @TempDir
    Path folder;

    @Test
    void allOfThemAnswerEverythingAndAgree() throws IOException {
        List<RealResolver> fleet = new ArrayList<>();
        try {
            StringBuilder file = new StringBuilder();
            for (Function<Path, RealResolver> kind : KINDS) {
                RealResolver resolver = kind.apply(folder.resolve("r" + fleet.size()));
                fleet.add(resolver);
                file.append("127.0.0.1:%d %s%n".formatted(resolver.port(), resolver.name()));
            }
            Path resolvers = Files.writeString(folder.resolve("fleet.txt"), file);
            Path names = Files.writeString(folder.resolve("names"), RealResolver.queries());
            Path json = folder.resolve("results.json");

            String out = bench("-r", resolvers.toString(), "-d", names.toString(), "-o", json.toString());

            assertThat(out).contains("unbound", "bind", "pdns-recursor", "knot-resolver");
            assertThat(out.split("Queries completed: +202 \\(100.00%\\)", -1))
                    .as(out)
                    .hasSize(5);
            String results = Files.readString(json);
            assertThat(results.split("\"correct\": 202,", -1)).as(results).hasSize(5);
            assertThat(results.split("\"NXDOMAIN\": 2\\b", -1)).hasSize(5);
        } finally {
            fleet.forEach(RealResolver::close);
        }
    }

    private static String bench(String... where) {
        List<String> words = new ArrayList<>(List.of("bench"));
        words.addAll(List.of(where));
        words.addAll(List.of("--rate", "100", "--count", "202", "--warm-up", "0s", "--staleness", "0"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.captured(
                new ByteArrayInputStream(new byte[0]), out, new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Zonedrift.run(streams, new Interruption(), words.toArray(String[]::new));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
