package org.zonedrift;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zonedrift.ZonesInFlight.Place;
import org.zonedrift.ZonesInFlight.Station;
import org.zonedrift.delegation.RootWord;
import org.zonedrift.exchange.Share;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.LooksSoFar;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of every domain through the product, on one screen: a target goes in, every server that
 * should know the zone is asked, one report comes out.
 */
public final class Scanner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);

    /** What is done for a zone, one after the other. */
    private static final Stagewise<ZoneVisit, Sighting, ZoneReport> FIRST_LOOK = new Stagewise<>(
            ZoneVisit::findDelegation,
            List.of(
                    ZoneVisit::locateServers,
                    ZoneVisit::waitForServers,
                    ZoneVisit::askEveryServer,
                    ZoneVisit::learnChildNs,
                    ZoneVisit::askServersThatOnlyTheChildNames,
                    ZoneVisit::askPrimaries),
            (visit, seen) -> SecondLooks.after(visit, seen).report(visit.parking()),
            Scanner::ourFault);

    private final List<Stages> lanes;
    private final InFlightLimits limits;
    private final ScanTraffic traffic;
    private final Runnable whatClosesWithIt;
    private volatile @Nullable ZonesInFlight<Task, ZoneReport> inFlight;
    /** Somebody may want it to end before it has begun. */
    private volatile boolean ending;

    /** One set of stages for each lane. */
    Scanner(List<Stages> lanes, InFlightLimits limits, ScanTraffic traffic, Runnable whatClosesWithIt) {
        this.lanes = List.copyOf(lanes);
        this.limits = limits;
        this.traffic = traffic;
        this.whatClosesWithIt = whatClosesWithIt;
    }

    /** Exactly one report for each target, in the order targets finish. A scanner scans once. */
    public Flux<ZoneReport> reports(Flux<Target> targets) {
        return reports(targets, Waiting.NOBODY);
    }

    /** The same, after the zones that an earlier attempt left behind between two looks. */
    public Flux<ZoneReport> reports(Flux<Target> targets, Waiting waiting) {
        List<Station<Task, ZoneReport>> stations =
                lanes.stream().map(stages -> station(stages, waiting)).toList();
        Flux<Task> all = waiting.leftBehind().map(Task::goingOn).concatWith(targets.map(Task::anew));
        Flux<Task> tasks = Flux.defer(() -> ending ? Flux.empty() : all);
        ZonesInFlight<Task, ZoneReport> zones = new ZonesInFlight<>(tasks, stations, limits);
        inFlight = zones;
        return zones;
    }

    private Station<Task, ZoneReport> station(Stages stages, Waiting waiting) {
        return new Station<>(stages.lane(), (task, place) -> examine(stages, task, new Parking(place, waiting)));
    }

    /** The way of one target. It stays on the lane that took it. */
    private Mono<ZoneReport> examine(Stages stages, Task task, Parking parking) {
        if (!(task.target() instanceof Target.Zone zone)) {
            return Mono.just(stages.unmeasured((Target.Unmeasured) task.target()));
        }
        if (stages.excludes(zone.name())) {
            return Mono.just(stages.optedOut(zone));
        }
        LooksSoFar looks = task.looks();
        ZoneVisit visit = stages.visit(zone, parking, looks);
        return looks == null ? FIRST_LOOK.of(visit) : lookAgain(visit, stages.judged(looks));
    }

    private static Mono<ZoneReport> lookAgain(ZoneVisit visit, LooksSoFar looks) {
        return SecondLooks.after(visit, looks)
                .reportAfterAll(visit.parking())
                .onErrorResume(bug -> Mono.just(ourFault(visit, bug)));
    }

    /** Where a zone waits between two looks: it gives its place to another, and somebody hears of it. */
    record Parking(Place place, Waiting waiting) {

        void park(LooksSoFar looks) {
            place.park();
            waiting.onPark().accept(looks);
        }

        /** It goes on waiting, and knows more. */
        void note(LooksSoFar looks) {
            waiting.onPark().accept(looks);
        }
    }

    private static ZoneReport ourFault(ZoneVisit visit, Throwable bug) {
        LOG.error("a bug of ours while looking at {}", visit.zone(), bug);
        return visit.failed(bug);
    }

    /** How many zones are being worked on, and how many wait for another look. */
    public InFlightCounts inFlight() {
        ZonesInFlight<Task, ZoneReport> zones = inFlight;
        return zones == null ? InFlightCounts.NONE : zones.count(InFlightCounts::new);
    }

    /** What the root says when asked who serves it, which any scan that begins there must know. */
    public Mono<RootWord> askRoot() {
        return lanes.get(0).book().askRoot();
    }

    /** What the questions of this scan came to. */
    public ScanTraffic traffic() {
        return traffic;
    }

    /**
     * Takes a share of the limits that it was made with, as other scanners work at the same time and
     * take the rest; it may change while the scan runs.
     */
    public void take(Share share) {
        traffic.limits().take(share);
    }

    /** Takes no more targets; what is in flight comes to its end. */
    public void takeNoMore() {
        ending = true;
        ZonesInFlight<Task, ZoneReport> zones = inFlight;
        if (zones != null) {
            zones.takeNoMore();
        }
    }

    /** Takes no more targets, and reports each zone in flight as aborted. */
    public void stop() {
        ending = true;
        ZonesInFlight<Task, ZoneReport> zones = inFlight;
        if (zones != null) {
            zones.abandon(task -> lanes.get(0).aborted(task.target()));
        }
    }

    @Override
    public void close() {
        whatClosesWithIt.run();
    }
}
