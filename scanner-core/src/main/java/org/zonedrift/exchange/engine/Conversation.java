package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Lane.Alarm;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.Echo;
import org.zonedrift.wire.MessageReader;
import org.zonedrift.wire.QuestionTemplate;
import org.zonedrift.zone.ServerAddress;

/** One stream to one server and the questions that share it (RFC 7766 §6.2). */
final class Conversation implements StreamListener {

    static final long CONNECT_TIMEOUT = TimeUnit.SECONDS.toNanos(3);
    static final long ANSWER_TIMEOUT = TimeUnit.SECONDS.toNanos(5);

    /** A server should keep a stream some seconds; we do not hold it up longer than we need it. */
    private static final long IDLE_TIMEOUT = TimeUnit.SECONDS.toNanos(2);

    /** Questions that share a stream; a server need not look at more at a time. */
    private static final int QUESTIONS_MAX = 64;

    private static final int LENGTH_OCTETS = 2;

    private final TcpExchange exchange;
    private final ServerAddress server;
    private final Map<Integer, StreamQuestion> asked = new LinkedHashMap<>();
    private final List<StreamQuestion> waiting = new ArrayList<>();
    private final Frames frames = new Frames();
    private @Nullable Stream stream;
    private @Nullable Alarm alarm;
    private boolean connected;
    private boolean ended;

    Conversation(TcpExchange exchange, ServerAddress server) {
        this.exchange = exchange;
        this.server = server;
    }

    ServerAddress server() {
        return server;
    }

    void begin(Network network) {
        Lane lane = exchange.lane();
        alarm = lane.schedule(CONNECT_TIMEOUT, () -> end(Silence.TIMED_OUT));
        stream = network.connect(lane, server, this);
        if (connected) {
            connected(); // it stood before there was a stream to write to
        }
    }

    boolean hasRoom() {
        return !ended && asked.size() + waiting.size() < QUESTIONS_MAX;
    }

    void ask(StreamQuestion question) {
        question.tried();
        waiting.add(question);
        if (connected) {
            sendWhenItMay(question);
        }
    }

    @Override
    public void connected() {
        if (ended) {
            return;
        }
        connected = true;
        quiet();
        new ArrayList<>(waiting).forEach(this::sendWhenItMay);
    }

    /** By then the stream may be gone, and the question on another. */
    private void sendWhenItMay(StreamQuestion question) {
        quiet();
        Stream open = stream;
        if (open != null) {
            exchange.departing().pass(server, () -> {
                if (waiting.remove(question)) {
                    send(question, open);
                }
            });
        }
    }

    private void send(StreamQuestion question, Stream open) {
        int id = freeId();
        QuestionTemplate template = exchange.templateOf(question.question().manner());
        int size = template.sizeFor(question.question().name());
        ByteBuf octets = open.buffer(LENGTH_OCTETS + size);
        octets.writeShort(size);
        template.write(
                octets, id, question.question().name(), question.question().type());
        asked.put(id, question);
        Lane lane = exchange.lane();
        question.sent(LENGTH_OCTETS + size, lane.now(), lane.schedule(ANSWER_TIMEOUT, () -> unanswered(id, question)));
        open.send(octets);
    }

    private int freeId() {
        int id = exchange.randomId();
        while (asked.containsKey(id)) {
            id = exchange.randomId();
        }
        return id;
    }

    /** A server that leaves one question unanswered may answer the others. */
    private void unanswered(int id, StreamQuestion question) {
        if (asked.remove(id, question)) {
            question.giveUp(Silence.TIMED_OUT);
            idleIfEmpty();
        }
    }

    @Override
    public void received(ByteBuf octets) {
        if (!ended) {
            frames.add(octets, this::message);
        }
    }

    private void message(ByteBuf octets) {
        MessageReader reader = exchange.reader();
        reader.load(octets);
        StreamQuestion question = asked.get(reader.id());
        if (question == null
                || reader.echo(question.question().name(), question.question().type()) != Echo.MATCHES) {
            return;
        }
        asked.remove(reader.id());
        DnsMessage message = reader.message();
        if (message == null) {
            question.giveUp(Silence.MALFORMED);
        } else {
            question.answer(message, exchange.lane().now());
        }
        idleIfEmpty();
    }

    private void idleIfEmpty() {
        exchange.roomMade();
        if (!ended && asked.isEmpty() && waiting.isEmpty()) {
            quiet();
            alarm = exchange.lane().schedule(IDLE_TIMEOUT, () -> end(Silence.NETWORK_ERROR));
        }
    }

    private void quiet() {
        Alarm set = alarm;
        if (set != null) {
            set.cancel();
            alarm = null;
        }
    }

    @Override
    public void closed() {
        end(Silence.NETWORK_ERROR);
    }

    /** Ends the stream; its questions may be asked on another one. */
    void end(Silence why) {
        if (ended) {
            return;
        }
        ended = true;
        quiet();
        Stream open = stream;
        if (open != null) {
            open.close();
        }
        List<StreamQuestion> left = new ArrayList<>(asked.values());
        left.addAll(waiting);
        asked.clear();
        waiting.clear();
        exchange.ended(this, left, why);
    }
}
