package org.zonedrift.fleet;

import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.Manner;

/** One question over TCP to one resolver, until its answer or its failure. */
final class StreamQuery {

    private final Courier courier;
    private final Round round;
    private final int resolver;
    private final long due;

    StreamQuery(Courier courier, Round round, int resolver, long due) {
        this.courier = courier;
        this.round = round;
        this.resolver = resolver;
        this.due = due;
    }

    void send(Manner manner) {
        courier.wires().tcp().ask(courier.question(round.query(), manner), courier.address(resolver), this::ended);
    }

    private void ended(Answer answer) {
        Tally tally = round.tally(resolver);
        Course course = answer.course();
        tally.countOut(course.octetsOut());
        // What could not be sent over TCP had its chance: no connection is the resolver's failure.
        long left = course.firstSentAt() < 0 ? due : course.firstSentAt();
        Tally.Times times = new Tally.Times(due, left, courier.lane().now());
        if (answer instanceof Answer.Reply reply && times.latency() <= courier.timeoutNanos()) {
            round.answered(resolver, times, reply.message());
        } else {
            if (answer instanceof Answer.Reply) {
                tally.countLate();
            }
            round.lost(resolver, times);
        }
        courier.ended(resolver);
    }
}
