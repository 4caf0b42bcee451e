package org.zonedrift.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.DatagramExchange.Hearing;
import org.zonedrift.exchange.DatagramExchange.OpenQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Manner;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;

/**
 * How long each resolver takes when nothing else is asked and nothing must be looked up: the way
 * there and back, and little more. What load adds is the difference.
 */
public final class QuietTimes {

    /** Enough for a median; a patient second on a long way. */
    private static final int TURNS = 20;

    /** Whoever is silent as often as this is not waited for again. */
    private static final int SILENCES_MAX = 2;

    private static final Duration PATIENCE_MAX = Duration.ofSeconds(2);

    private final Lane lane;
    private final Wires wires;
    private final BenchPlan plan;
    private final Manner manner;
    private final List<Histogram> times = new ArrayList<>();
    private final CompletableFuture<List<Histogram>> outcome = new CompletableFuture<>();
    private final int[] silences;
    private int turns;

    public QuietTimes(Lane lane, Wires wires, BenchPlan plan) {
        this.lane = lane;
        this.wires = wires;
        this.plan = plan;
        this.manner = plan.manner().wanting(Manner.Recursion.NONE).over(Manner.Transport.UDP);
        this.silences = new int[plan.resolvers().size()];
        plan.resolvers().forEach(resolver -> times.add(PairedLatency.fresh()));
    }

    /** Asks one resolver after the other, again and again; by resolver, in nanoseconds, empty for one that is silent. */
    public CompletableFuture<List<Histogram>> measure() {
        lane.execute(this::askNext);
        return outcome;
    }

    private void askNext() {
        int resolvers = plan.resolvers().size();
        while (turns < TURNS * resolvers && silences[turns % resolvers] == SILENCES_MAX) {
            turns++;
        }
        if (turns == TURNS * resolvers) {
            outcome.complete(times);
        } else {
            new Turn(turns++ % resolvers).begin();
        }
    }

    /** One question, of whose answer only the time counts. */
    private final class Turn implements Hearing {

        private final int resolver;
        private final OpenQuestion open;

        Turn(int resolver) {
            this.resolver = resolver;
            this.open = wires.udp()
                    .open(
                            DomainName.ROOT,
                            RecordType.NS,
                            plan.resolvers().get(resolver).address(),
                            this);
        }

        void begin() {
            open.attempt(manner, Math.min(plan.timeout().toNanos(), PATIENCE_MAX.toNanos()));
        }

        @Override
        public void replied(int attempt, DnsMessage message) {
            times.get(resolver).recordValue(lane.now() - open.sentAt(attempt));
            end();
        }

        @Override
        public void failed(int attempt, Silence why) {
            silences[resolver]++;
            end();
        }

        private void end() {
            open.close();
            askNext();
        }
    }
}
