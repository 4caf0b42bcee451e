package org.zonedrift.exchange.engine;

import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.DatagramExchange.Hearing;
import org.zonedrift.exchange.DatagramExchange.OpenQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** A question that is open, and the tries that hold ids for it. */
final class UdpQuestion implements OpenQuestion {

    /** Ids that one question can hold; with more tries, the oldest is no longer listened for. */
    static final int TRIES_HELD_MAX = 8;

    private final UdpLane lane;
    private final DomainName name;
    private final int type;
    private final ServerAddress server;
    private final Hearing hearing;

    private @Nullable Try newest;
    private int held;
    private int octetsOut;
    private long firstSentAt = Try.UNSENT;
    private boolean closed;

    UdpQuestion(UdpLane lane, DomainName name, int type, ServerAddress server, Hearing hearing) {
        this.lane = lane;
        this.name = name;
        this.type = type;
        this.server = server;
        this.hearing = hearing;
    }

    @Override
    public int attempt(Manner manner, long timeoutNanos) {
        if (closed) {
            throw new IllegalStateException("the question is closed");
        }
        Try before = newest;
        if (before != null) {
            before.stopWaiting();
        }
        Try next = lane.freshTry();
        next.begin(this, before);
        next.carry(lane.templates().of(manner), timeoutNanos);
        newest = next;
        if (++held > TRIES_HELD_MAX) {
            dropOldest(next);
        }
        lane.send(next);
        return next.number();
    }

    private void dropOldest(Try from) {
        Try last = from;
        Try oldest = last.earlier();
        while (oldest != null && oldest.earlier() != null) {
            last = oldest;
            oldest = oldest.earlier();
        }
        if (oldest != null) {
            last.follow(null);
            oldest.end();
            lane.recycle(oldest);
            held--;
        }
    }

    @Override
    public void close() {
        closed = true;
        Try ended = newest;
        newest = null;
        while (ended != null) {
            Try before = ended.end();
            lane.recycle(ended);
            ended = before;
        }
    }

    /** The datagram of a try left. */
    void sent(int octets, long now) {
        octetsOut += octets;
        if (firstSentAt == Try.UNSENT) {
            firstSentAt = now;
        }
    }

    void replied(Try replied, DnsMessage message) {
        if (!replied.isAwaited()) {
            lane.faults().countLate();
        }
        replied.stopWaiting();
        replied.giveIdBack();
        hearing.replied(replied.number(), message);
    }

    void timedOut(Try late) {
        fail(late, late.sawUnreadable() ? Silence.MALFORMED : Silence.TIMED_OUT);
    }

    /** The wait for this try is over, unless it is over already. */
    void fail(Try failed, Silence why) {
        if (failed.isAwaited()) {
            failed.stopWaiting();
            hearing.failed(failed.number(), why);
        }
    }

    /** The same, some time after something went wrong: the try may be gone by now. */
    void fail(int number, Silence why) {
        for (Try held = newest; held != null; held = held.earlier()) {
            if (held.number() == number) {
                fail(held, why);
                return;
            }
        }
    }

    /** Nothing can be heard any more. */
    void exchangeClosed() {
        Try last = newest;
        if (last != null) {
            fail(last, Silence.CLOSED);
        }
    }

    @Override
    public long sentAt(int attempt) {
        for (Try held = newest; held != null; held = held.earlier()) {
            if (held.number() == attempt) {
                return held.sentAt();
            }
        }
        return attempt == 0 ? firstSentAt : Try.UNSENT;
    }

    @Override
    public int octetsOut() {
        return octetsOut;
    }

    @Override
    public boolean isSpoofSuspected() {
        return firstSentAt != Try.UNSENT && lane.suspects().sawSince(server.socketAddress(), firstSentAt);
    }

    DomainName name() {
        return name;
    }

    int type() {
        return type;
    }

    ServerAddress server() {
        return server;
    }
}
