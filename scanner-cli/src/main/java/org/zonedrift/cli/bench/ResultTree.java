package org.zonedrift.cli.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.fleet.Capacity;
import org.zonedrift.fleet.Judged;
import org.zonedrift.fleet.Load;
import org.zonedrift.fleet.RateProfile;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.fleet.Tally;
import org.zonedrift.wire.ResponseCodeText;

/** The results as keys and values: what the JSON file holds, and what the page shows. */
final class ResultTree {

    private final Results results;

    ResultTree(Results results) {
        this.results = results;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "zonedrift-bench/1");
        tree.put("program", "zonedrift");
        tree.put("commit", ProgramVersion.commit());
        results.steps().stream()
                .findFirst()
                .ifPresent(step -> tree.put("started", instant(step.startedAt()).toString()));
        tree.put("seed", results.plan().seed());
        tree.put("timeout_ms", results.plan().timeout().toMillis());
        tree.put("latency_from", "when the query was due");
        tree.put("host", host(results.host()));
        List<Object> steps = new ArrayList<>();
        results.steps().forEach(step -> steps.add(step(step, steps.size() + 1)));
        tree.put("steps", steps);
        if (!results.freshness().isEmpty()) {
            tree.put("freshness", new FreshnessTree(results).list());
        }
        return tree;
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static Map<String, Object> host(HostEffects host) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dropped_at_our_sockets", host.socketDrops());
        if (host.bufferErrors() >= 0) {
            tree.put("udp_rcvbuf_errors", host.bufferErrors());
        }
        tree.put("jvm_pauses", host.pauses());
        tree.put("jvm_pause_ms", host.pauseMillis());
        if (host.cpuNanos() >= 0) {
            tree.put("cpu_seconds", rounded(host.cpuNanos() / 1e9));
        }
        return tree;
    }

    private Map<String, Object> step(StepResult step, int number) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", number);
        tree.put("load", load(step.step().load()));
        tree.put("seconds", rounded(step.countedNanos() / 1e9));
        tree.put("behind_max", Math.round(step.behindMax()));
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < results.fleet().size(); i++) {
            rows.add(row(step, i));
        }
        tree.put("resolvers", rows);
        return tree;
    }

    private static Map<String, Object> load(Load load) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (load instanceof Load.Open open) {
            boolean ramp = open.profile() instanceof RateProfile.Ramp;
            tree.put("kind", ramp ? "ramp" : "open");
            tree.put(
                    "offered_qps",
                    Math.round(
                            open.profile() instanceof RateProfile.Ramp rising
                                    ? rising.rate()
                                    : open.profile().rateAt(0)));
            tree.put("spacing", open.spacing().name().toLowerCase(Locale.ROOT));
        } else if (load instanceof Load.Closed closed) {
            tree.put("kind", "closed");
            tree.put("outstanding", closed.outstanding());
            tree.put("note", "self-paced: the resolver's pauses hide themselves");
        }
        return tree;
    }

    private Map<String, Object> row(StepResult step, int resolver) {
        Tally tally = step.tallies().get(resolver);
        Resolver who = results.fleet().get(resolver);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("resolver", who.name());
        row.put("address", who.address().toString());
        row.put("transport", results.plan().manner().transport().name().toLowerCase(Locale.ROOT));
        row.put("sent", tally.sent());
        row.put("sent_qps", rounded(step.sentPerSecond(resolver)));
        row.put("answered", tally.answered());
        row.put("answered_pct", percent(tally.answered(), tally.sent()));
        row.put("answered_qps", rounded(step.answeredPerSecond(resolver)));
        row.put("lost", tally.lost());
        row.put("lost_pct", percent(tally.lost(), tally.sent()));
        row.put("late", tally.late());
        row.put("unsent", tally.unsent());
        row.put("rcodes", rcodes(tally));
        row.put("failure_pct", percent(tally.failures(), tally.answered()));
        row.put("truncated", tally.truncated());
        row.put("tcp_retries", tally.tcpRetries());
        new LatencyTree(tally).into(row);
        new FleetTree(tally, results.quiet().get(resolver)).into(row);
        row.put("bytes", new TreeMap<>(Map.of("out", tally.octetsOut(), "in", tally.octetsIn())));
        judged(tally, row);
        row.put("generator_limited", isLimited(step, resolver));
        capacity(step, resolver, row);
        SeriesTree series = new SeriesTree(tally.timeLine());
        series.drift().ifPresent(drift -> row.put("drift", drift));
        row.put("series", series.list());
        return row;
    }

    /** A ramp is judged stretch by stretch: where it drives the generator too far, it says so itself. */
    private boolean isLimited(StepResult step, int resolver) {
        return isRamp(step)
                ? Capacity.of(step, resolver, results.limits()).bound() == Capacity.Bound.GENERATOR
                : step.isGeneratorLimited(resolver);
    }

    static boolean isRamp(StepResult step) {
        return step.step().load() instanceof Load.Open open && open.profile() instanceof RateProfile.Ramp;
    }

    private void capacity(StepResult step, int resolver, Map<String, Object> row) {
        if (!isRamp(step)) {
            return;
        }
        Capacity capacity = Capacity.of(step, resolver, results.limits());
        row.put("capacity_bound", capacity.bound().name().toLowerCase(Locale.ROOT));
        if (capacity.bound() != Capacity.Bound.GENERATOR) {
            row.put("capacity_qps", rounded(capacity.perSecond()));
            row.put("capacity_at_s", capacity.stretch());
        }
    }

    private static void judged(Tally tally, Map<String, Object> row) {
        long incorrect = 0;
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (Judged judged : Judged.values()) {
            long count = tally.judgedAs(judged);
            incorrect += judged.isIncorrect() ? count : 0;
            if (count > 0) {
                kinds.put(judged.key(), count);
            }
        }
        row.put("correct", tally.judgedAs(Judged.AGREES));
        row.put("incorrect", incorrect);
        row.put("unverified", tally.judgedAs(Judged.UNVERIFIED));
        row.put("judged_by", "majority of the fleet");
        row.put("judged", kinds);
    }

    private static Map<String, Object> rcodes(Tally tally) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tally.rcodes().forEach((code, count) -> tree.put(ResponseCodeText.of(code), count));
        return tree;
    }

    static double millis(long nanos) {
        return millis((double) nanos);
    }

    static double millis(double nanos) {
        return rounded(nanos / 1e6);
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    static double percent(long part, long whole) {
        return whole == 0 ? 0 : rounded(100.0 * part / whole);
    }
}
