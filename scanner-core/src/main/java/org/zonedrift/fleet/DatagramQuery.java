package org.zonedrift.fleet;

import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.DatagramExchange.Hearing;
import org.zonedrift.exchange.DatagramExchange.OpenQuestion;
import org.zonedrift.wire.DnsMessage;

/** One datagram to one resolver, until its answer or the end of our patience. */
final class DatagramQuery implements Hearing {

    private final Courier courier;
    private final Round round;
    private final int resolver;
    private final long due;
    private final OpenQuestion open;
    private boolean over;

    DatagramQuery(Courier courier, Round round, int resolver, long due) {
        this.courier = courier;
        this.round = round;
        this.resolver = resolver;
        this.due = due;
        Query query = round.query();
        this.open = courier.wires().udp().open(query.name(), query.type(), courier.address(resolver), this);
    }

    void send() {
        open.attempt(courier.manner(), courier.timeoutNanos());
    }

    void close() {
        open.close();
    }

    @Override
    public void replied(int attempt, DnsMessage message) {
        Tally tally = round.tally(resolver);
        if (over) {
            tally.countLate();
            return; // it stays among the overdue ones until those are closed
        }
        over = true;
        tally.countOut(open.octetsOut());
        if (message.isTruncated()) {
            tally.countTruncated();
            open.close();
            courier.askAgain(round, resolver, due);
            return;
        }
        round.answered(resolver, times(), message);
        open.close();
        courier.ended(resolver);
    }

    @Override
    public void failed(int attempt, Silence why) {
        if (over) {
            return;
        }
        over = true;
        round.tally(resolver).countOut(open.octetsOut());
        round.lost(resolver, times());
        courier.overdue(this);
        courier.ended(resolver);
    }

    private Tally.Times times() {
        return new Tally.Times(due, open.sentAt(0), courier.lane().now());
    }
}
