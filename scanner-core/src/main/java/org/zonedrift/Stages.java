package org.zonedrift;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.Scanner.Parking;
import org.zonedrift.delegation.Delegations;
import org.zonedrift.delegation.HostAddresses;
import org.zonedrift.delegation.LaneBook;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.Lane;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Judge;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.LooksSoFar;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/** What one lane does its zones' work with. */
record Stages(
        Lane lane,
        DnsExchange exchange,
        LaneBook book,
        Delegations delegations,
        HostAddresses hosts,
        OperatorLimits operatorLimits,
        Probers probers,
        Judge judge,
        Lobby lobby,
        ScanPlan plan) {

    /** The work on one zone, which goes on after these looks, if there were any. */
    ZoneVisit visit(Target.Zone target, Parking parking, @Nullable LooksSoFar looks) {
        return new ZoneVisit(this, target, parking, looks);
    }

    /** What was read back, with what it means: only evidence is kept between two attempts. */
    LooksSoFar judged(LooksSoFar read) {
        return new LooksSoFar(
                judged(read.first()), read.later().stream().map(this::judged).toList());
    }

    private ZoneReport judged(ZoneReport read) {
        Evidence evidence = read.evidence();
        return evidence == null ? read : read.judged(judge.judge(evidence));
    }

    boolean excludes(DomainName zone) {
        return plan.safety().exclusions().get().coverZone(zone);
    }

    ZoneReport unmeasured(Target.Unmeasured target) {
        return ZoneReport.unmeasured(target, millis());
    }

    ZoneReport aborted(Target target) {
        return target instanceof Target.Zone zone
                ? ZoneReport.without(
                        zone, Judgement.unmeasured(Verdict.ERROR, Reason.ABORTED), millis(), "the scan was stopped")
                : unmeasured((Target.Unmeasured) target);
    }

    /** The report on a zone whose owner asked to be left alone. */
    ZoneReport optedOut(Target.Zone target) {
        return ZoneReport.without(target, Judgement.unmeasured(Verdict.SKIPPED, Reason.OPT_OUT), millis(), null);
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(lane.now());
    }
}
