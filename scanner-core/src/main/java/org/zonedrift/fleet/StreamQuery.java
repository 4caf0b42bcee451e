package org.zonedrift.fleet;

import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.Manner;

/** One question over TCP to one resolver, until its answer or its failure. */
final class StreamQuery {

    private final Crew crew;
    private final Round round;
    private final int resolver;
    private final long due;

    StreamQuery(Crew crew, Round round, int resolver, long due) {
        this.crew = crew;
        this.round = round;
        this.resolver = resolver;
        this.due = due;
    }

    void send(Manner manner) {
        crew.wires().tcp().ask(crew.question(round.query(), manner), crew.address(resolver), this::ended);
    }

    private void ended(Answer answer) {
        Tally tally = round.tally(resolver);
        Course course = answer.course();
        tally.countOut(course.octetsOut());
        // What could not be sent over TCP had its chance: no connection is the resolver's failure.
        long left = course.firstSentAt() < 0 ? due : course.firstSentAt();
        Tally.Times times = new Tally.Times(due, left, crew.lane().now());
        if (answer instanceof Answer.Reply reply && times.latency() <= crew.timeoutNanos()) {
            round.answered(resolver, times, reply.message());
        } else {
            if (answer instanceof Answer.Reply) {
                tally.countLate();
            }
            round.lost(resolver, times);
        }
        crew.ended(resolver);
    }
}
