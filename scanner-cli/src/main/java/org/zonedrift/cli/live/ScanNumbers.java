package org.zonedrift.cli.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.zonedrift.ScanTraffic;
import org.zonedrift.Scanner;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.verdict.Verdict;

/** What a scan found and asked so far, as meters. */
public final class ScanNumbers {

    /** So many servers and destinations are told by name: each is a time series of its own. */
    private static final int NAMED = 10;

    private static final double MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final List<String> QUANTILES = List.of("0.5", "0.9", "0.99", "0.999");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Tally tally;
    private final ScanTraffic traffic;
    private final MultiGauge behind;
    private final MultiGauge backlog;
    private final MultiGauge roundTrips;

    public ScanNumbers(Tally tally, Scanner scanner) {
        this.tally = tally;
        this.traffic = scanner.traffic();
        counter("zonedrift.targets", "targets taken from the input", Tags.empty(), Tally::targets);
        for (Verdict verdict : Verdict.values()) {
            counter("zonedrift.zones", "zones by verdict", Tags.of("verdict", verdict.name()), it -> it.of(verdict));
        }
        countQueries(traffic.telemetry());
        gauge(
                "zonedrift.zones.in.flight",
                "zones being worked on",
                scanner,
                it -> it.inFlight().active());
        gauge(
                "zonedrift.zones.waiting",
                "zones that wait for their re-check",
                scanner,
                it -> it.inFlight().parked());
        gauge(
                "zonedrift.addresses.slowed",
                "addresses asked more slowly",
                traffic,
                it -> it.throttled().size());
        gauge(
                "zonedrift.addresses.silent",
                "addresses left alone",
                traffic,
                it -> it.silenced().size());
        this.behind = MultiGauge.builder("zonedrift.server.zones.behind")
                .description("zones for which a server is behind; those behind for most")
                .register(registry);
        this.backlog = MultiGauge.builder("zonedrift.destination.backlog.seconds")
                .description("how far ahead an address is booked; those that hold the scan up most")
                .register(registry);
        this.roundTrips = MultiGauge.builder("zonedrift.round.trip.seconds")
                .description("how long answers took")
                .register(registry);
    }

    private void countQueries(Telemetry telemetry) {
        for (Purpose purpose : Purpose.values()) {
            String kind = purpose.words();
            query(
                    "zonedrift.queries",
                    Tags.of("purpose", kind, "transport", "udp"),
                    telemetry,
                    it -> it.udp(purpose).of(Count.SENT));
            query(
                    "zonedrift.queries",
                    Tags.of("purpose", kind, "transport", "tcp"),
                    telemetry,
                    it -> it.tcp(purpose).of(Count.SENT));
        }
        query("zonedrift.queries.repeated", Tags.empty(), telemetry, it -> both(it, Count.REPEATED));
        query("zonedrift.queries.unheard", Tags.empty(), telemetry, it -> both(it, Count.UNHEARD));
        query("zonedrift.answers", Tags.empty(), telemetry, it -> both(it, Count.ANSWERED));
        query("zonedrift.answers.dropped.here", Tags.empty(), telemetry, Telemetry::droppedHere);
    }

    private static double both(Telemetry telemetry, Count count) {
        return telemetry.udp().plus(telemetry.tcp()).of(count);
    }

    private void counter(String name, String meaning, Tags tags, ToDoubleFunction<Tally> count) {
        FunctionCounter.builder(name, tally, count)
                .description(meaning)
                .tags(tags)
                .register(registry);
    }

    private void query(String name, Tags tags, Telemetry telemetry, ToDoubleFunction<Telemetry> count) {
        FunctionCounter.builder(name, telemetry, count).tags(tags).register(registry);
    }

    private <T> void gauge(String name, String meaning, T subject, ToDoubleFunction<T> value) {
        Gauge.builder(name, subject, value).description(meaning).register(registry);
    }

    /** Brings up to date what changes its names. */
    public void refresh() {
        behind.register(
                tally.behind(NAMED).entrySet().stream()
                        .map(server -> Row.of(Tags.of("server", server.getKey()), server.getValue()))
                        .toList(),
                true);
        backlog.register(
                traffic.backlogs(NAMED).entrySet().stream()
                        .map(address -> Row.of(
                                Tags.of("address", address.getKey().host()), address.getValue() / NANOS_PER_SECOND))
                        .toList(),
                true);
        Histogram times = traffic.telemetry().roundTripMicros();
        roundTrips.register(
                QUANTILES.stream()
                        .map(quantile -> Row.of(Tags.of("quantile", quantile), secondsAt(times, quantile)))
                        .toList(),
                true);
    }

    private static double secondsAt(Histogram times, String quantile) {
        return times.getValueAtPercentile(100 * Double.parseDouble(quantile)) / MICROS_PER_SECOND;
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }
}
