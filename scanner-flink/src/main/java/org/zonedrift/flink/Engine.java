package org.zonedrift.flink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zonedrift.InFlightCounts;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.cli.scan.Lanes;
import org.zonedrift.cli.scan.Preface;
import org.zonedrift.cli.scan.Vantage;
import org.zonedrift.cli.watch.Tally;
import org.zonedrift.exchange.Share;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.input.Target;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/**
 * The scanner of one process, which looks at the zones of all subtasks there: sockets, limits and the
 * book of addresses are theirs together. Shared by the threads of tasks and lanes.
 */
final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final NettyNetwork network;
    private final Scanner scanner;
    private final Map<String, Object> vantage;
    private final Sinks.Many<Target> feed = Sinks.many().unicast().onBackpressureBuffer();
    private final Tally traffic = new Tally();

    /** By the very line object: after a restart of one subtask the same line may be asked about twice. */
    private final Map<Target.Line, Question> open = Collections.synchronizedMap(new IdentityHashMap<>());

    private volatile @Nullable Throwable failure;
    private volatile Share share = Share.whole();

    /** Who waits for the report on one target. */
    private record Question(Seat asker, ResultFuture<ZoneReport> answer) {}

    private Engine(NettyNetwork network, Scanner scanner, Map<String, Object> vantage) {
        this.network = network;
        this.scanner = scanner;
        this.vantage = vantage;
        traffic.follow(scanner.traffic());
    }

    /** One that is ready to look. */
    static Engine start(JobOptions options) {
        NettyNetwork network = Lanes.open(options.probing.sources(), options.execution.sockets());
        try {
            ScanPlan plan = options.plan(network);
            Vantage tested = new Vantage(options.probing.families(), plan, network);
            tested.lines().forEach(LOG::warn);
            Map<String, Object> vantage = new LinkedHashMap<>(Preface.vantage(plan, options.probing.sources(), tested));
            Engine engine = new Engine(network, options.looking().scanner(network, plan), vantage);
            engine.run();
            return engine;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private void run() {
        scanner.reports(feed.asFlux()).subscribe(this::told, this::failed);
    }

    /** Takes its share of the limits. */
    void take(Share ours) {
        share = ours;
        scanner.take(ours);
    }

    /** Its share of the rate of the whole scan. */
    double share() {
        return share.ofAll();
    }

    /** Datagrams and connections, look-ups that zones share included. */
    long queries(Count which) {
        Telemetry telemetry = scanner.traffic().telemetry();
        return telemetry.udp().of(which) + telemetry.tcp().of(which);
    }

    /** How many zones are being worked on, and how many wait. */
    InFlightCounts inFlight() {
        return scanner.inFlight();
    }

    /** Looks at the target, and tells the report once. */
    void look(Target target, Seat asker, ResultFuture<ZoneReport> answer) {
        open.put(target.line(), new Question(asker, answer));
        synchronized (feed) {
            feed.emitNext(target, EmitFailureHandler.FAIL_FAST);
        }
        Throwable fault = failure;
        if (fault != null && open.remove(target.line()) != null) {
            answer.completeExceptionally(fault);
        }
    }

    private void told(ZoneReport report) {
        Question question = open.remove(report.line());
        if (question != null) {
            answer(question, () -> question.answer.complete(List.of(report)));
        }
    }

    /** Shared machinery broke: everybody who waits hears of it, and the job begins anew from its checkpoint. */
    private void failed(Throwable fault) {
        failure = fault;
        List<Question> left;
        synchronized (open) {
            left = new ArrayList<>(open.values());
            open.clear();
        }
        left.forEach(question -> answer(question, () -> question.answer.completeExceptionally(fault)));
    }

    private static void answer(Question question, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException gone) {
            LOG.debug("a task is gone before its zone was done", gone);
        } finally {
            question.asker.answered();
        }
    }

    /** Nobody waits for this answer any more. */
    void giveUp(ResultFuture<ZoneReport> answer) {
        List<Question> given = new ArrayList<>();
        synchronized (open) {
            open.values().removeIf(question -> question.answer == answer && given.add(question));
        }
        given.forEach(question -> question.asker.answered());
    }

    /** Nobody waits for the zones of this subtask any more. */
    void forget(Seat asker) {
        synchronized (open) {
            open.values().removeIf(question -> question.asker == asker);
        }
    }

    /** What the lanes take for the time. */
    long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(network.lanes().get(0).now());
    }

    /** From where it looks. */
    Map<String, Object> vantage() {
        return vantage;
    }

    /** What it asked, which no report tells: look-ups that zones share among them. */
    Tally traffic() {
        return traffic;
    }

    @Override
    public void close() {
        scanner.stop();
        scanner.close();
    }
}
