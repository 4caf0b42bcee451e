package org.zonedrift.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.exchange.Answer.Reply;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.ServerAddress;

/**
 * Keeps an outage of our own from being taken for the silence of servers: when nothing comes from
 * anybody any more, canaries are asked, which answered before. If they are silent too, nothing is
 * sent until one of them answers, and what failed meanwhile is asked anew. Confined to its lane.
 */
public final class OutageProofExchange implements DnsExchange {

    private static final int CANARIES = 3;

    /** Now and then another server becomes a canary: the next of so many that answer. */
    private static final int ANSWERS_PER_CANARY = 64;

    /** How soon canaries that were silent are asked again. */
    private static final long ASK_AGAIN = TimeUnit.SECONDS.toNanos(5);

    /** Dead servers at the end of a scan look like an outage: canaries are not asked for each. */
    private static final long TRUSTED = TimeUnit.SECONDS.toNanos(3);

    /** Who stays silent after so many outages is silent. */
    private static final int ROUNDS_MAX = 3;

    private final DnsExchange exchange;
    private final Uplink uplink;
    private final Lane lane;
    private final Uplink.Pulse pulse;
    private final List<Canary> canaries = new ArrayList<>();
    private List<Asked> held = new ArrayList<>();
    private @Nullable Asked free;
    private int answersUntilCanary;
    private int nextCanary;
    private long trustedUntil;
    private boolean inDoubt;
    private boolean out;

    /** A question that was answered, and by whom. */
    private record Canary(DnsQuestion question, ServerAddress server) {

        DnsQuestion asking() {
            return new DnsQuestion(
                    question.name(), question.type(), question.manner().asking(Purpose.CANARY));
        }
    }

    public OutageProofExchange(DnsExchange exchange, Uplink uplink, Lane lane) {
        this.exchange = exchange;
        this.uplink = uplink;
        this.lane = lane;
        this.pulse = uplink.newPulse();
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Asked asked = free == null ? new Asked() : free;
        free = asked.next;
        asked.begin(question, server, done);
        if (out) {
            held.add(asked);
        } else {
            exchange.ask(question, server, asked);
        }
    }

    /** A question on its way; used again for another one once it has ended. */
    private final class Asked implements Consumer<Answer> {

        private @Nullable DnsQuestion question;
        private @Nullable ServerAddress server;
        private @Nullable Consumer<? super Answer> done;
        private @Nullable Answer failure;
        private int rounds;
        private @Nullable Asked next;

        void begin(DnsQuestion asked, ServerAddress whom, Consumer<? super Answer> listener) {
            question = asked;
            server = whom;
            done = listener;
            failure = null;
            rounds = 0;
        }

        @Override
        public void accept(Answer answer) {
            assert lane.isCurrent() : Lane.ELSEWHERE;
            if (answer instanceof Reply) {
                heard(this);
                end(answer);
            } else if (looksLikeOurs(((NoReply) answer).why()) && rounds < ROUNDS_MAX && isDoubtful()) {
                failure = answer;
                hold(this);
            } else {
                end(answer);
            }
        }

        void askAnew() {
            DnsQuestion again = question;
            ServerAddress whom = server;
            if (again != null && whom != null) {
                rounds++;
                exchange.ask(again, whom, this);
            }
        }

        void end(Answer answer) {
            Consumer<? super Answer> listener = done;
            question = null;
            server = null;
            done = null;
            next = free;
            free = this;
            if (listener != null) {
                listener.accept(answer);
            }
        }
    }

    private void heard(Asked asked) {
        pulse.beat(lane.now());
        DnsQuestion question = asked.question;
        ServerAddress server = asked.server;
        if (answersUntilCanary-- > 0 || question == null || server == null) {
            return;
        }
        answersUntilCanary = ANSWERS_PER_CANARY;
        if (canaries.size() < CANARIES) {
            canaries.add(new Canary(question, server));
        } else {
            canaries.set(nextCanary++ % CANARIES, new Canary(question, server));
        }
    }

    /** What an outage of ours would look like. */
    private static boolean looksLikeOurs(Silence why) {
        return why == Silence.TIMED_OUT || why == Silence.NETWORK_ERROR || why == Silence.TRUNCATED;
    }

    private boolean isDoubtful() {
        long now = lane.now();
        return inDoubt || out || (now > trustedUntil && !canaries.isEmpty() && uplink.isSilent(now));
    }

    private void hold(Asked asked) {
        held.add(asked);
        if (!inDoubt && !out) {
            inDoubt = true;
            askCanaries();
        }
    }

    /** One of them is enough. */
    private void askCanaries() {
        List<Canary> asked = List.copyOf(canaries);
        int[] open = {asked.size()};
        boolean[] heard = new boolean[1];
        for (Canary canary : asked) {
            exchange.ask(canary.asking(), canary.server, answer -> {
                open[0]--;
                if (answer instanceof Reply && !heard[0]) {
                    heard[0] = true;
                    pulse.beat(lane.now());
                    isOver(out || answer.course().timeouts() > 0);
                } else if (open[0] == 0 && !heard[0]) {
                    isOut();
                }
            });
        }
    }

    private void isOut() {
        inDoubt = false;
        out = true;
        uplink.isDown();
        lane.schedule(ASK_AGAIN, this::askCanaries);
    }

    /** Whoever failed while nothing came gets another chance; else the failures were the servers' own. */
    private void isOver(boolean wasOut) {
        inDoubt = false;
        out = false;
        uplink.isUp(lane.now());
        trustedUntil = lane.now() + TRUSTED;
        List<Asked> waiting = held;
        held = new ArrayList<>();
        for (Asked asked : waiting) {
            Answer failure = asked.failure;
            if (wasOut || failure == null) {
                asked.askAnew();
            } else {
                asked.end(failure);
            }
        }
    }
}
