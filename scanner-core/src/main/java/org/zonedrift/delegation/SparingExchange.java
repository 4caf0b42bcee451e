package org.zonedrift.delegation;

import java.util.function.Consumer;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * An exchange for the look-up of one host, in which questions about that very host wait until its
 * domain may be asked again. Only at the last moment: what waited together for something else would
 * else leave together too.
 */
final class SparingExchange implements DnsExchange {

    private final DnsExchange exchange;
    private final VictimLimit limit;
    private final Lane lane;
    private final DomainName host;

    SparingExchange(DnsExchange exchange, VictimLimit limit, Lane lane, DomainName host) {
        this.exchange = exchange;
        this.limit = limit;
        this.lane = lane;
        this.host = host;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        if (!question.name().equals(host)) {
            exchange.ask(question, server, done);
            return;
        }
        long wait = limit.waitNanos(host, 1, lane.now());
        if (wait > 0) {
            lane.schedule(wait, () -> askNow(question, server, done));
        } else {
            askNow(question, server, done);
        }
    }

    /** Repetitions cannot be foreseen: they are charged to whoever comes next. */
    private void askNow(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        exchange.ask(question, server, answer -> {
            int repetitions = answer.course().tries() - 1;
            if (repetitions > 0) {
                limit.waitNanos(host, repetitions, lane.now());
            }
            done.accept(answer);
        });
    }
}
