package org.zonedrift.exchange;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.zone.ServerAddress;

/**
 * Keeps few questions open at each address, learns how each fares, and leaves alone for a while
 * those that stopped answering. Confined to its lane; what it learns is shared.
 */
public final class CautiousExchange implements DnsExchange {

    /** How soon to look again whether another lane's questions have left the address. */
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    private final DnsExchange exchange;
    private final Limits limits;
    private final Lane lane;
    private final Map<ServerAddress, Queue<Runnable>> waiting = new HashMap<>();

    public CautiousExchange(DnsExchange exchange, Limits limits, Lane lane) {
        this.exchange = exchange;
        this.limits = limits;
        this.lane = lane;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Destination destination = limits.destination(server);
        switch (destination.enter(lane)) {
            case OPEN -> begin(question, server, destination, done);
            case CROWDED -> queue(server, () -> ask(question, server, done));
            case DEAD -> refuse(destination.silentSince(), done);
        }
    }

    private void refuse(long deadSince, Consumer<? super Answer> done) {
        lane.execute(() -> done.accept(NoReply.leftAlone(deadSince)));
    }

    private void begin(
            DnsQuestion question, ServerAddress server, Destination destination, Consumer<? super Answer> done) {
        exchange.ask(question, server, answer -> {
            assert lane.isCurrent() : Lane.ELSEWHERE;
            long now = lane.now();
            limits.total().heard(answer instanceof Answer.Reply, now);
            limits.note(server, destination, destination.left(answer, now));
            next(server);
            done.accept(answer);
        });
    }

    private void queue(ServerAddress server, Runnable asking) {
        Queue<Runnable> queue = waiting.get(server);
        if (queue == null) {
            queue = new ArrayDeque<>();
            waiting.put(server, queue);
            lane.schedule(LOOK_AGAIN, () -> lookAgain(server));
        }
        queue.add(asking);
    }

    private void next(ServerAddress server) {
        Queue<Runnable> queue = waiting.isEmpty() ? null : waiting.get(server);
        if (queue != null && !queue.isEmpty()) {
            queue.remove().run();
        }
    }

    /** As long as questions wait here: the open ones may be another lane's, which cannot wake us. */
    private void lookAgain(ServerAddress server) {
        Queue<Runnable> queue = waiting.get(server);
        if (queue == null) {
            return;
        }
        if (queue.isEmpty()) {
            waiting.remove(server);
            return;
        }
        for (int left = queue.size(); left > 0; left--) {
            queue.remove().run();
        }
        lane.schedule(LOOK_AGAIN, () -> lookAgain(server));
    }
}
