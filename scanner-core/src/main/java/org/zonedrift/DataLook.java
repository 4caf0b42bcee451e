package org.zonedrift;

import java.util.List;
import org.zonedrift.LookPlan.ComparedData;
import org.zonedrift.LookPlan.Occasion;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.probe.DataQuery;
import org.zonedrift.probe.Observation;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Verdict;
import reactor.core.publisher.Mono;

/** A look at more of a zone than its SOA record: whether its servers hold the same data. */
final class DataLook {

    private final ComparedData plan;

    DataLook(ComparedData plan) {
        this.plan = plan;
    }

    /** Whether a zone of which this is known is looked at so. */
    boolean isWanted(Judgement judgement) {
        boolean differ = judgement.verdict() == Verdict.MISMATCH || judgement.verdict() == Verdict.MISMATCH_SOURCES;
        return !plan.types().isEmpty() && (differ || plan.occasion() == Occasion.ALWAYS);
    }

    /** The same evidence, with what the data of every usable server come to. */
    Mono<Evidence> complete(Evidence evidence, DnsExchange exchange) {
        DataQuery query = new DataQuery(plan.types());
        List<Observation> usable =
                evidence.observations().stream().filter(Observation::isUsable).toList();
        return Gathering.<Observation, Observation>ofAll(
                        usable,
                        (seen, done) -> query.complete(evidence.delegation().zone(), seen, exchange, done))
                .map(evidence::completedBy);
    }
}
