package org.zonedrift.cli.option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is kept of a scan, so that it can be gone on with and told of. */
public final class RunOptions {

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "keep results, journal and manifest in this folder; the same command again goes on where "
                    + "it stopped, whatever stopped it")
    @Nullable
    Path folder;

    @Option(names = "--manifest", paramLabel = "FILE", description = "where to say how it was done, without --run")
    @Nullable
    Path manifest;

    @Option(
            names = "--note",
            paramLabel = "KEY=VALUE",
            description = "something that the manifest shall say, such as vantage=Oslo; repeatable")
    Map<String, String> notes = new TreeMap<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "TIME",
            hidden = true,
            defaultValue = "10s",
            converter = Durations.class,
            description = "how much of a run may be lost (default: ${DEFAULT-VALUE})")
    Duration checkpoint = Duration.ofSeconds(10);

    /** The folder of the run; nothing where only the results are kept. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** The file of the manifest where there is no folder. */
    public Optional<Path> manifest() {
        return Optional.ofNullable(manifest);
    }

    public Map<String, String> notes() {
        return Map.copyOf(notes);
    }

    public Duration checkpoint() {
        return checkpoint;
    }
}
