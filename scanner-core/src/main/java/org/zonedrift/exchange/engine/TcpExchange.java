package org.zonedrift.exchange.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Departing;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Manner;
import org.zonedrift.wire.MessageReader;
import org.zonedrift.wire.QuestionTemplate;
import org.zonedrift.zone.ServerAddress;

/**
 * Questions over TCP on one lane: a stream for each server, shared by the questions to it, kept a
 * moment for the next. Confined to the lane.
 */
public final class TcpExchange implements DnsExchange, AutoCloseable {

    /** Streams at a time; file descriptors are few. */
    private static final int STREAMS_MAX = 250;

    /** Questions that wait for a stream; beyond them a question fails at once. */
    private static final int WAITING_MAX = 10_000;

    /** A stream may break just as a question is written to it. */
    private static final int TRIES = 2;

    private final Lane lane;
    private final Network network;
    private final UnguessableNumbers numbers;
    private final Departing departing;
    private final QuestionTemplates templates = new QuestionTemplates();
    private final MessageReader reader;
    private final Map<ServerAddress, Conversation> conversations = new LinkedHashMap<>();
    private final Deque<StreamQuestion> waiting = new ArrayDeque<>();
    private boolean closed;

    /**
     * @param random where message ids come from: a cryptographic generator, except in a simulation
     */
    public TcpExchange(Lane lane, Network network, RandomGenerator random, TcpSettings settings) {
        this.departing = settings.departing();
        this.reader = new MessageReader(settings.octets());
        this.lane = lane;
        this.network = network;
        this.numbers = new UnguessableNumbers(random);
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        begin(new StreamQuestion(question, server, done));
    }

    private void begin(StreamQuestion question) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Conversation known = conversations.get(question.server());
        if (known != null && known.hasRoom()) {
            known.ask(question);
        } else {
            // Whoever waits for leave to connect shall not keep a stream from others meanwhile.
            departing.pass(question.server(), () -> connect(question));
        }
    }

    private void connect(StreamQuestion question) {
        Conversation known = conversations.get(question.server());
        if (closed) {
            lane.execute(() -> question.giveUp(Silence.CLOSED));
        } else if (known != null && known.hasRoom()) {
            known.ask(question);
        } else if (known == null && conversations.size() < STREAMS_MAX) {
            Conversation fresh = new Conversation(this, question.server());
            conversations.put(question.server(), fresh);
            fresh.ask(question);
            fresh.begin(network);
        } else if (waiting.size() < WAITING_MAX) {
            waiting.add(question);
        } else {
            lane.execute(() -> question.giveUp(Silence.NETWORK_ERROR));
        }
    }

    /** A stream is gone, and these questions have no answer yet. */
    void ended(Conversation gone, List<StreamQuestion> left, Silence why) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        conversations.remove(gone.server(), gone);
        for (StreamQuestion question : left) {
            question.detach();
            if (!closed && question.tries() < TRIES) {
                begin(question);
            } else {
                lane.execute(() -> question.giveUp(closed ? Silence.CLOSED : why));
            }
        }
        for (int places = waiting.size(); places > 0 && conversations.size() < STREAMS_MAX; places--) {
            begin(waiting.remove());
        }
    }

    /** A question has left its stream: one that waits may take its place. */
    void roomMade() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        StreamQuestion next = waiting.poll();
        if (next != null) {
            begin(next);
        }
    }

    /** Ends every stream; every question still open hears {@code CLOSED}. On the lane only. */
    @Override
    public void close() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        closed = true;
        new ArrayList<>(conversations.values()).forEach(conversation -> conversation.end(Silence.CLOSED));
        List<StreamQuestion> unheard = new ArrayList<>(waiting);
        waiting.clear();
        unheard.forEach(question -> question.giveUp(Silence.CLOSED));
    }

    Lane lane() {
        return lane;
    }

    Departing departing() {
        return departing;
    }

    MessageReader reader() {
        return reader;
    }

    QuestionTemplate templateOf(Manner manner) {
        return templates.of(manner);
    }

    int randomId() {
        return numbers.next();
    }
}
