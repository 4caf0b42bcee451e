package org.zonedrift.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.DatagramExchange.Hearing;
import org.zonedrift.exchange.DatagramExchange.OpenQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Manner;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;

/** Asks every resolver for the SOA records of some names, patiently and a few at a time. */
public final class SoaLooks {

    /** Questions at a time over the whole fleet: this is no load test. */
    private static final int AT_ONCE = 32;

    private static final int TRIES = 3;

    private final Lane lane;
    private final Wires wires;
    private final BenchPlan plan;
    private final Manner manner;

    public SoaLooks(Lane lane, Wires wires, BenchPlan plan) {
        this.lane = lane;
        this.wires = wires;
        this.plan = plan;
        this.manner = plan.manner().over(Manner.Transport.UDP);
    }

    /**
     * What the resolvers showed.
     *
     * @param names in the order in which they were asked for
     * @param looks by name, then by resolver; null for nothing
     */
    public record Seen(List<DomainName> names, @Nullable SoaLook[][] looks) {

        /** The zones that anybody showed, each once. */
        public List<DomainName> zones() {
            List<DomainName> zones = new ArrayList<>();
            for (@Nullable SoaLook[] fleet : looks) {
                for (SoaLook look : fleet) {
                    if (look != null && !zones.contains(look.zone())) {
                        zones.add(look.zone());
                    }
                }
            }
            return zones;
        }
    }

    /** Asks; from anywhere. The future is completed on the lane. */
    public CompletableFuture<Seen> ask(List<DomainName> names) {
        Survey survey = new Survey(List.copyOf(names));
        lane.execute(survey::begin);
        return survey.outcome;
    }

    /** One name after the other, of each resolver in turn. */
    private final class Survey {

        private final List<DomainName> names;
        private final @Nullable SoaLook[][] looks;
        private final CompletableFuture<Seen> outcome = new CompletableFuture<>();
        private int next;
        private int ended;

        Survey(List<DomainName> names) {
            this.names = names;
            this.looks = new SoaLook[names.size()][plan.resolvers().size()];
        }

        private int total() {
            return names.size() * plan.resolvers().size();
        }

        void begin() {
            if (total() == 0) {
                outcome.complete(new Seen(names, looks));
            }
            for (int i = 0; i < AT_ONCE; i++) {
                askNext();
            }
        }

        private void askNext() {
            if (next < total()) {
                int resolvers = plan.resolvers().size();
                new Look(this, next / resolvers, next++ % resolvers).attempt();
            }
        }

        void ended(int name, int resolver, @Nullable SoaLook look) {
            looks[name][resolver] = look;
            if (++ended == total()) {
                outcome.complete(new Seen(names, looks));
            } else {
                askNext();
            }
        }
    }

    /** One question to one resolver. */
    private final class Look implements Hearing {

        private final Survey survey;
        private final int name;
        private final int resolver;
        private final OpenQuestion open;
        private int tries;

        Look(Survey survey, int name, int resolver) {
            this.survey = survey;
            this.name = name;
            this.resolver = resolver;
            this.open = wires.udp()
                    .open(
                            survey.names.get(name),
                            RecordType.SOA,
                            plan.resolvers().get(resolver).address(),
                            this);
        }

        void attempt() {
            tries++;
            open.attempt(manner, plan.timeout().toNanos());
        }

        @Override
        public void replied(int attempt, DnsMessage message) {
            end(SoaLook.of(message));
        }

        @Override
        public void failed(int attempt, Silence why) {
            if (tries < TRIES) {
                attempt();
            } else {
                end(null);
            }
        }

        private void end(@Nullable SoaLook look) {
            open.close();
            survey.ended(name, resolver, look);
        }
    }
}
