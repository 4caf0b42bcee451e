package org.zonedrift.verdict;

import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.zone.DomainName;

/**
 * What is said about one target: every target leads to exactly one.
 *
 * @param name null where the line holds no name
 * @param startedAtMillis start of work on this name, milliseconds since 1970
 * @param durationMillis until the report was final, waiting for limits included; -1 where no work
 *     was done
 * @param evidence null where nothing was looked at
 * @param error for people, where a verdict needs words
 */
public record ZoneReport(
        Target.Line line,
        @Nullable DomainName name,
        @Nullable String metadata,
        long startedAtMillis,
        long durationMillis,
        @Nullable Evidence evidence,
        Judgement judgement,
        Traffic traffic,
        @Nullable String error) {

    /** The report on a line that is not measured. */
    public static ZoneReport unmeasured(Target.Unmeasured target, long atMillis) {
        Reason reason = switch (target.why()) {
            case MALFORMED_INPUT -> Reason.MALFORMED_INPUT;
            case DUPLICATE -> Reason.DUPLICATE;
        };
        Judgement judgement = Judgement.unmeasured(Verdict.SKIPPED, reason);
        return new ZoneReport(
                target.line(), target.name(), null, atMillis, -1, null, judgement, Traffic.NONE, target.error());
    }

    /** The report on a zone that nobody looked at, or could not finish looking at, and why. */
    public static ZoneReport without(Target.Zone target, Judgement judgement, long atMillis, @Nullable String error) {
        return new ZoneReport(
                target.line(), target.name(), target.metadata(), atMillis, -1, null, judgement, Traffic.NONE, error);
    }

    /** The report on a zone that was looked at. */
    public static ZoneReport of(
            Target.Zone target, long startedAtMillis, long durationMillis, Evidence evidence, Judgement judgement) {
        return new ZoneReport(
                target.line(),
                target.name(),
                target.metadata(),
                startedAtMillis,
                durationMillis,
                evidence,
                judgement,
                Traffic.NONE,
                evidence.delegation().source().error());
    }

    /** The same report with another judgement. */
    public ZoneReport judged(Judgement other) {
        return new ZoneReport(line, name, metadata, startedAtMillis, durationMillis, evidence, other, traffic, error);
    }

    /** The same report on work that began then. */
    public ZoneReport begunAt(long millis) {
        return new ZoneReport(line, name, metadata, millis, durationMillis, evidence, judgement, traffic, error);
    }

    /** The same report, with what it cost. */
    public ZoneReport costing(Traffic cost) {
        return new ZoneReport(line, name, metadata, startedAtMillis, durationMillis, evidence, judgement, cost, error);
    }
}
