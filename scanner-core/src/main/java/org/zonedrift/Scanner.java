package org.zonedrift;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zonedrift.ZonesInFlight.Place;
import org.zonedrift.ZonesInFlight.Station;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of every domain through the product, on one screen: a target goes in, every server that
 * should know the zone is asked, one report comes out.
 */
public final class Scanner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);

    private final List<Stages> lanes;
    private final InFlightLimits limits;
    private final ScanTraffic traffic;
    private final Runnable whatClosesWithIt;
    private volatile @Nullable ZonesInFlight<Target, ZoneReport> inFlight;

    /** One set of stages for each lane. */
    Scanner(List<Stages> lanes, InFlightLimits limits, ScanTraffic traffic, Runnable whatClosesWithIt) {
        this.lanes = List.copyOf(lanes);
        this.limits = limits;
        this.traffic = traffic;
        this.whatClosesWithIt = whatClosesWithIt;
    }

    /** Exactly one report for each target, in the order targets finish. A scanner scans once. */
    public Flux<ZoneReport> reports(Flux<Target> targets) {
        List<Station<Target, ZoneReport>> stations =
                lanes.stream().map(this::station).toList();
        ZonesInFlight<Target, ZoneReport> zones = new ZonesInFlight<>(targets, stations, limits);
        inFlight = zones;
        return zones;
    }

    private Station<Target, ZoneReport> station(Stages stages) {
        return new Station<>(stages.lane(), (target, place) -> examine(stages, target, place));
    }

    /** The way of one target. It stays on the lane that took it. */
    private Mono<ZoneReport> examine(Stages stages, Target target, Place place) {
        if (!(target instanceof Target.Zone zone)) {
            return Mono.just(stages.unmeasured((Target.Unmeasured) target));
        }
        return stages.excludes(zone.name()) ? Mono.just(stages.optedOut(zone)) : examine(stages.visit(zone), place);
    }

    private Mono<ZoneReport> examine(ZoneVisit visit, Place place) {
        return visit.findDelegation()
                .flatMap(visit::locateServers)
                .flatMap(visit::askEveryServer)
                .flatMap(visit::askServersThatOnlyTheChildNames)
                .flatMap(visit::askPrimaries)
                .flatMap(seen -> new SecondLooks(visit, place, seen).report())
                .onErrorResume(bug -> Mono.just(ourFault(visit, bug)));
    }

    private static ZoneReport ourFault(ZoneVisit visit, Throwable bug) {
        LOG.error("a bug of ours while looking at {}", visit.zone(), bug);
        return visit.failed(bug);
    }

    /** How many zones are being worked on, and how many wait for another look. */
    public InFlightCounts inFlight() {
        ZonesInFlight<Target, ZoneReport> zones = inFlight;
        return zones == null ? InFlightCounts.NONE : zones.count(InFlightCounts::new);
    }

    /** What the questions of this scan came to. */
    public ScanTraffic traffic() {
        return traffic;
    }

    /** Takes no more targets, and reports each zone in flight as aborted. */
    public void stop() {
        ZonesInFlight<Target, ZoneReport> zones = inFlight;
        if (zones != null) {
            zones.abandon(target -> lanes.get(0).aborted(target));
        }
    }

    @Override
    public void close() {
        whatClosesWithIt.run();
    }
}
