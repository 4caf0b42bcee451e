package org.zonedrift.exchange;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Course.Oddity;
import org.zonedrift.exchange.DatagramExchange.OpenQuestion;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.ServerAddress;

/**
 * Asks over UDP, and again as often as it makes sense. A reply to an earlier try counts as well as
 * one to the last. Confined to its lane; what it remembers of a question serves the next one once it
 * has ended.
 */
public final class RetryingExchange implements DnsExchange {

    /** A server that failed may need a moment. */
    private static final long PAUSE_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

    private static final Consumer<Answer> NOBODY = answer -> {};

    private final DatagramExchange udp;
    private final Lane lane;
    private final Patience patience;
    private final Turnstile turnstile;
    private final RandomGenerator jitter;
    private final KnownServers servers;
    private @Nullable Asking free;

    /**
     * @param turnstile lets each datagram leave when it may
     * @param jitter spreads retries; seeded in a simulation
     */
    public RetryingExchange(
            DatagramExchange udp, Lane lane, Patience patience, Turnstile turnstile, RandomGenerator jitter) {
        this.udp = udp;
        this.lane = lane;
        this.patience = patience;
        this.turnstile = turnstile;
        this.servers = turnstile.servers();
        this.jitter = jitter;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Asking reused = free;
        if (reused == null) {
            new Asking(question, server, done).tryNow();
        } else {
            free = reused.next;
            reused.begin(question, server, done);
            reused.tryNow();
        }
    }

    /** One question until its answer. */
    private final class Asking implements DatagramExchange.Hearing, Runnable {

        private ServerAddress server;
        private ResponseTimes.Estimate estimate;
        private Consumer<? super Answer> done;
        private Manner manner;
        private OpenQuestion open;
        private int tries;
        private int octetsIn;
        private Silence worstSilence = Silence.TIMED_OUT;
        private @Nullable DnsMessage lastWord;
        private long lastWordAt = -1;
        private long lastWordRtt = -1;
        private boolean ended;

        /** Tries on their way to {@link #run}; before they have come it cannot be used again. */
        private int coming;

        private @Nullable Asking next;

        /** Made when the first try has not settled it, which is seldom. */
        private @Nullable Ladder ladder;

        Asking(DnsQuestion question, ServerAddress whom, Consumer<? super Answer> listener) {
            begin(question, whom, listener);
        }

        private void begin(DnsQuestion question, ServerAddress whom, Consumer<? super Answer> listener) {
            server = whom;
            estimate = servers.of(whom).estimate();
            done = listener;
            manner = question.manner();
            open = udp.open(question.name(), question.type(), whom, this);
            tries = 0;
            octetsIn = 0;
            worstSilence = Silence.TIMED_OUT;
            lastWord = null;
            lastWordAt = -1;
            lastWordRtt = -1;
            ladder = null;
            ended = false;
        }

        void tryNow() {
            coming++;
            turnstile.pass(server, this);
        }

        private void tryAfterPause() {
            coming--;
            tryNow();
        }

        /** Sends one more datagram, now that it may leave. */
        @Override
        public void run() {
            coming--;
            if (ended) {
                recycle(); // a late reply came while this try waited
                return;
            }
            tries++;
            long wait = patience.waitAfter(timeouts(), estimate.patience(), jitter);
            open.attempt(ladder == null ? manner : ladder.manner(), wait);
        }

        @Override
        public void replied(int attempt, DnsMessage message) {
            assert lane.isCurrent() : Lane.ELSEWHERE;
            long now = lane.now();
            lastWord = message;
            lastWordAt = now;
            lastWordRtt = now - open.sentAt(attempt);
            octetsIn += message.size();
            estimate.answered(lastWordRtt);
            if (ladder == null && Ladder.isSettledBy(message)) {
                end();
            } else if (attempt == tries - 1) {
                goOn(ladder().replied(message));
            } else if (message.rcode() == 0) {
                // Good news is good news, whichever try brought it; bad news waits for the newest.
                end();
            }
        }

        @Override
        public void failed(int attempt, Silence why) {
            assert lane.isCurrent() : Lane.ELSEWHERE;
            if (why.compareTo(worstSilence) > 0) {
                worstSilence = why;
            }
            goOn(ladder().failed(why));
        }

        private void goOn(Ladder.Step step) {
            switch (step) {
                case AGAIN -> tryNow();
                case AGAIN_LATER -> {
                    coming++;
                    lane.schedule(PAUSE_AFTER_FAILURE, this::tryAfterPause);
                }
                case END -> end();
            }
        }

        private void end() {
            ended = true;
            Course course = new Course(
                    tries,
                    0,
                    tries - 1,
                    timeouts(),
                    open.sentAt(0),
                    lastWordAt,
                    lastWordRtt,
                    open.octetsOut(),
                    octetsIn,
                    oddities());
            open.close();
            Answer answer =
                    lastWord != null ? new Answer.Reply(lastWord, course) : new Answer.NoReply(worstSilence, course);
            Consumer<? super Answer> asker = done;
            done = NOBODY;
            lastWord = null;
            recycle();
            asker.accept(answer);
        }

        private void recycle() {
            if (coming == 0) {
                next = free;
                free = this;
            }
        }

        private Ladder ladder() {
            if (ladder == null) {
                ladder = new Ladder(manner, patience.tries());
            }
            return ladder;
        }

        private int timeouts() {
            return ladder == null ? 0 : ladder.timeouts();
        }

        private Set<Oddity> oddities() {
            Set<Oddity> seen = ladder == null ? Set.of() : ladder.oddities();
            if (!open.isSpoofSuspected()) {
                return seen;
            }
            EnumSet<Oddity> more = EnumSet.of(Oddity.SPOOF_SUSPECTS);
            more.addAll(seen);
            return more;
        }
    }
}
