package org.zonedrift.cli.option;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.Refusal;
import picocli.CommandLine.Option;

/** Whether a command looks more than once. */
public final class RepeatOptions {

    /** Oftener would be a nuisance, and tell nothing new. */
    private static final Duration EVERY_MIN = Duration.ofSeconds(1);

    private static final Duration WAIT_USUAL = Duration.ofMinutes(10);

    @Option(names = "--wait", description = "ask again until all agree")
    boolean wait;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "how long --wait waits (default: 10m)")
    @Nullable
    Duration atMost;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "look again and again, and tell what has changed, until interrupted")
    @Nullable
    Duration every;

    /** For how long to wait until all agree, if that is wanted. */
    public Optional<Duration> waiting() {
        if (atMost != null && !wait) {
            throw Refusal.wrongUsage("--for says how long --wait waits; alone it means nothing");
        }
        if (wait && every != null) {
            throw Refusal.wrongUsage("--wait ends when all agree, --every never does: one of them, please");
        }
        return wait ? Optional.of(atMost == null ? WAIT_USUAL : atMost) : Optional.empty();
    }

    /** How often to look, if again and again. */
    public Optional<Duration> period() {
        if (every != null && every.compareTo(EVERY_MIN) < 0) {
            throw Refusal.wrongUsage("--every " + Durations.text(every) + ": at least " + Durations.text(EVERY_MIN)
                    + ", for the servers' sake");
        }
        return Optional.ofNullable(every);
    }
}
