package org.zonedrift.exchange.engine;

import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.QuestionTemplate;

/**
 * One datagram that carries a question, from the moment it is wanted until the question is closed.
 * Used again and again, and never shown to anybody outside the engine.
 */
final class Try implements TimingWheel.Deadline {

    static final long UNSENT = -1;

    private static final int NO_TIMER = -1;

    private final UdpLane lane;

    /** The question; null while the object lies in the pool. */
    private @Nullable UdpQuestion question;

    /** The same question's try before this one; in the pool, the next free one. */
    private @Nullable Try earlier;

    /** The port whose id it holds: from its send to its reply. */
    private @Nullable UdpPort port;

    /** The id that it holds at that port, and the next try in the same bucket of ids. */
    private int id;

    private @Nullable Try behind;

    private QuestionTemplate template = QuestionTemplate.plain();
    private long timeoutNanos;
    private int number;
    private int ticket;
    private long sentAt;
    private int timer = NO_TIMER;
    private boolean awaited;
    private boolean sawUnreadable;

    Try(UdpLane lane) {
        this.lane = lane;
    }

    /** Begins a life as this question's next try. */
    void begin(UdpQuestion asked, @Nullable Try before) {
        question = asked;
        earlier = before;
        number = before == null ? 0 : before.number + 1;
        sentAt = UNSENT;
        awaited = true;
        sawUnreadable = false;
    }

    void carry(QuestionTemplate carried, long timeout) {
        template = carried;
        timeoutNanos = timeout;
    }

    /** Holds an id of this port from now on, and waits for the reply. */
    void left(UdpPort from, int ticketGiven, long now) {
        port = from;
        ticket = ticketGiven;
        sentAt = now;
        timer = lane.wheel().add(now, timeoutNanos, this);
    }

    @Override
    public void reached() {
        timer = NO_TIMER;
        UdpQuestion asked = question;
        if (asked != null) {
            asked.timedOut(this);
        }
    }

    /** Stands under this id from now on, before this other try. */
    void file(int under, @Nullable Try other) {
        id = under;
        behind = other;
    }

    int id() {
        return id;
    }

    @Nullable
    Try behind() {
        return behind;
    }

    /** Nobody waits for this try any longer, though its reply may still be welcome. */
    void stopWaiting() {
        awaited = false;
        if (timer != NO_TIMER) {
            lane.wheel().cancel(timer);
            timer = NO_TIMER;
        }
    }

    /** Gives the id back; whatever comes under it now is a stray. */
    void giveIdBack() {
        UdpPort held = port;
        if (held != null) {
            port = null;
            held.release(this);
        }
    }

    /** Ends this life; answers the try before it. */
    @Nullable
    Try end() {
        Try before = earlier;
        stopWaiting();
        giveIdBack();
        question = null;
        earlier = null;
        return before;
    }

    void noteUnreadable() {
        sawUnreadable = true;
    }

    boolean sawUnreadable() {
        return sawUnreadable;
    }

    boolean isAwaited() {
        return awaited;
    }

    @Nullable
    UdpQuestion question() {
        return question;
    }

    @Nullable
    Try earlier() {
        return earlier;
    }

    /** Forgets the tries before this one; for whoever ends them, and for the pool. */
    void follow(@Nullable Try other) {
        earlier = other;
    }

    QuestionTemplate template() {
        return template;
    }

    int number() {
        return number;
    }

    int ticket() {
        return ticket;
    }

    long sentAt() {
        return sentAt;
    }
}
