package org.zonedrift.exchange;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.zone.ServerAddress;

/**
 * Keeps few questions open at each address, learns how each fares, and leaves alone for a while
 * those that stopped answering. Confined to its lane; what it learns is shared.
 */
public final class CautiousExchange implements DnsExchange {

    /** How soon to look again whether another lane's questions have left the address. */
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    private static final Consumer<Answer> NOBODY = answer -> {};

    private final DnsExchange exchange;
    private final Limits limits;
    private final KnownServers servers;
    private final Lane lane;
    private final Map<ServerAddress, Queue<Asked>> waiting = new HashMap<>();
    private @Nullable Asked free;

    public CautiousExchange(DnsExchange exchange, KnownServers servers, Lane lane) {
        this.exchange = exchange;
        this.limits = servers.limits();
        this.servers = servers;
        this.lane = lane;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Destination destination = servers.of(server).destination();
        Asked asked = fresh(question, server, destination, done);
        switch (destination.enter(lane)) {
            case OPEN -> exchange.ask(question, server, asked);
            case CROWDED -> queue(asked);
            case DEAD -> asked.refuse();
        }
    }

    private Asked fresh(
            DnsQuestion question, ServerAddress server, Destination destination, Consumer<? super Answer> done) {
        Asked reused = free;
        if (reused == null) {
            return new Asked(question, server, destination, done);
        }
        free = reused.next;
        reused.begin(question, server, destination, done);
        return reused;
    }

    /** One question, which hears its answer itself; used again for another one once it has ended. */
    private final class Asked implements Consumer<Answer> {

        private DnsQuestion question;
        private ServerAddress server;
        private Destination destination;
        private Consumer<? super Answer> done;
        private @Nullable Asked next;

        /** Where it is counted while it waits. */
        private List<Line> lines = List.of();

        Asked(DnsQuestion question, ServerAddress server, Destination destination, Consumer<? super Answer> done) {
            begin(question, server, destination, done);
        }

        private void begin(
                DnsQuestion asking, ServerAddress whom, Destination known, Consumer<? super Answer> listener) {
            question = asking;
            server = whom;
            destination = known;
            done = listener;
        }

        void refuse() {
            Consumer<? super Answer> asker = done;
            long deadSince = destination.silentSince();
            lane.execute(() -> asker.accept(NoReply.leftAlone(deadSince)));
            recycle();
        }

        @Override
        public void accept(Answer answer) {
            assert lane.isCurrent() : Lane.ELSEWHERE;
            limits.total().heard(answer instanceof Answer.Reply, lane);
            limits.note(server, destination, destination.left(answer, lane));
            letInNext(server);
            Consumer<? super Answer> asker = done;
            recycle();
            asker.accept(answer);
        }

        private void recycle() {
            done = NOBODY;
            next = free;
            free = this;
        }
    }

    private void queue(Asked asked) {
        Queue<Asked> queue = waiting.get(asked.server);
        if (queue == null) {
            queue = new ArrayDeque<>();
            waiting.put(asked.server, queue);
            lane.schedule(LOOK_AGAIN, () -> lookAgain(asked.server));
        }
        queue.add(asked);
        asked.lines = limits.lines(asked.server, asked.destination, lane.now());
        asked.lines.forEach(Line::queue);
    }

    private void letInNext(ServerAddress server) {
        Queue<Asked> queue = waiting.isEmpty() ? null : waiting.get(server);
        if (queue != null) {
            letIn(queue);
        }
    }

    /** As many as may be open, in order. */
    private void letIn(Queue<Asked> queue) {
        while (!queue.isEmpty()) {
            Asked asked = queue.element();
            Destination.Entry entry = asked.destination.enter(lane);
            if (entry == Destination.Entry.CROWDED) {
                return;
            }
            queue.remove();
            asked.lines.forEach(Line::unqueue);
            if (entry == Destination.Entry.OPEN) {
                exchange.ask(asked.question, asked.server, asked);
            } else {
                asked.refuse();
            }
        }
    }

    /** As long as questions wait here: the open ones may be another lane's, which cannot wake us. */
    private void lookAgain(ServerAddress server) {
        Queue<Asked> queue = waiting.get(server);
        if (queue == null) {
            return;
        }
        letIn(queue);
        if (queue.isEmpty()) {
            waiting.remove(server);
        } else {
            lane.schedule(LOOK_AGAIN, () -> lookAgain(server));
        }
    }
}
