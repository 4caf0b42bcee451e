package org.zonedrift.cli.option;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.live.LivePage;
import picocli.CommandLine.Option;

/** Where others may look on. */
public final class WatchOptions {

    private static final int PORT_MAX = 65_535;

    @Option(
            names = "--metrics",
            paramLabel = "HOST:PORT",
            description = "serve figures for Prometheus at /metrics there, and a live page at /")
    @Nullable
    String metrics;

    /** Whether anybody wants to look on. */
    public boolean isWanted() {
        return metrics != null;
    }

    /** Refuses what is no place to look on. */
    public void check() {
        if (metrics != null) {
            address(metrics);
        }
    }

    /** Serves these meters and says where, if anybody wants it. */
    public Optional<LivePage> serve(PrometheusMeterRegistry registry, Runnable beforeReading, Streams streams) {
        String where = metrics;
        if (where == null) {
            return Optional.empty();
        }
        try {
            LivePage page = LivePage.serve(address(where), registry, beforeReading);
            streams.err()
                    .println(
                            "Watch it at " + page.url() + "; figures for Prometheus are at " + page.url() + "metrics.");
            return Optional.of(page);
        } catch (IOException e) {
            throw Refusal.cannot("--metrics " + where + ": " + e.getMessage());
        }
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > PORT_MAX) {
            throw Refusal.wrongUsage("--metrics '" + text + "': write it as HOST:PORT, such as 127.0.0.1:9153");
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(text.substring(0, colon)), Integer.parseInt(port));
        } catch (UnknownHostException e) {
            throw Refusal.wrongUsage("--metrics '" + text + "': this machine knows no such host");
        }
    }
}
