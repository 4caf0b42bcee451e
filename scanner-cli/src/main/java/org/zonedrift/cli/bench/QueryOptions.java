package org.zonedrift.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.FileTrouble;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.option.Durations;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Manner.EdnsUse;
import org.zonedrift.exchange.Manner.Recursion;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.fleet.Query;
import org.zonedrift.fleet.QueryLine;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.EdnsOption;
import picocli.CommandLine.Option;

/** What is asked, and how. */
public final class QueryOptions {

    /** Some 100 bytes each: 500 MB of heap. */
    private static final int QUERIES_MAX = 5_000_000;

    @Option(
            names = {"-d", "--names"},
            paramLabel = "FILE",
            description = "what to ask: lines 'name' or 'name TYPE', as dnsperf reads them; .gz is understood")
    @Nullable
    Path names;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "A",
            description = "the type of names without one (default: ${DEFAULT-VALUE})")
    String type = "A";

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = Durations.class,
            description = "a query without an answer by then is lost; none is repeated (default: ${DEFAULT-VALUE})")
    Duration timeout = Duration.ofSeconds(5);

    @Option(
            names = "--transport",
            paramLabel = "udp|tcp",
            defaultValue = "udp",
            description =
                    "how queries travel; after a truncated answer over TCP in any case (default: ${DEFAULT-VALUE})")
    Transport transport = Transport.UDP;

    @Option(names = "--no-edns", description = "ask without an OPT record")
    boolean withoutEdns;

    @Option(names = "--nsid", description = "ask which machine answers (RFC 5001): one address may be that of many")
    boolean identities;

    @Option(names = "--dnssec", description = "want signatures (the DO bit)")
    boolean dnssec;

    @Option(names = "--no-recursion", description = "ask without the RD bit: only what is cached is wanted")
    boolean withoutRecursion;

    Manner manner() {
        if (withoutEdns && dnssec) {
            throw Refusal.wrongUsage("--dnssec needs EDNS, which --no-edns forbids");
        }
        if (withoutEdns && identities) {
            throw Refusal.wrongUsage("--nsid needs EDNS, which --no-edns forbids");
        }
        EdnsUse edns = withoutEdns ? EdnsUse.PLAIN : dnssec ? EdnsUse.EDNS_DNSSEC : EdnsUse.EDNS;
        Recursion recursion = withoutRecursion ? Recursion.NONE : Recursion.DESIRED;
        Set<EdnsOption> options = identities ? Set.of(EdnsOption.NSID) : Set.of();
        return new Manner(Purpose.BENCHMARK, recursion, edns, options, transport);
    }

    /** The queries of the file; none where no file is named. */
    List<Query> queries() {
        Path file = names;
        if (file == null) {
            return List.of();
        }
        try (InputStream in = opened(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Query> queries = read(lines, file);
            if (queries.isEmpty()) {
                throw Refusal.cannot("--names " + file + " holds no query");
            }
            return queries;
        } catch (IOException e) {
            throw Refusal.cannot("--names " + file + " cannot be read: " + FileTrouble.words(e));
        }
    }

    private List<Query> read(BufferedReader lines, Path file) throws IOException {
        int usual = typeNumber();
        List<Query> queries = new ArrayList<>();
        long number = 0;
        for (String line = lines.readLine(); line != null && queries.size() < QUERIES_MAX; line = lines.readLine()) {
            number++;
            try {
                QueryLine.parse(line, usual).ifPresent(queries::add);
            } catch (IllegalArgumentException e) {
                throw Refusal.wrongUsage("--names " + file + ", line " + number + ": " + e.getMessage());
            }
        }
        return queries;
    }

    private int typeNumber() {
        try {
            return QueryLine.type(type);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUsage("--type: " + e.getMessage());
        }
    }

    private static InputStream opened(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
