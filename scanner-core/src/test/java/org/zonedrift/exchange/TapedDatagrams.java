package org.zonedrift.exchange;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** Datagrams that go nowhere: what comes back is what a test says, or a timeout. */
final class TapedDatagrams implements DatagramExchange {

    private static final int OCTETS = 40;

    /** One try of one question. */
    record Sent(Open question, int number, Manner manner, long at, long timeout) {

        void answer(DnsMessage message) {
            question.settle(number);
            question.hearing.replied(number, message);
        }

        void fail(Silence why) {
            if (question.settle(number)) {
                question.hearing.failed(number, why);
            }
        }
    }

    final List<Sent> sent = new ArrayList<>();
    boolean suspicious;
    int closed;
    private final VirtualLane lane;

    TapedDatagrams(VirtualLane lane) {
        this.lane = lane;
    }

    Sent last() {
        return sent.get(sent.size() - 1);
    }

    @Override
    public OpenQuestion open(DomainName name, int type, ServerAddress server, Hearing hearing) {
        return new Open(hearing);
    }

    /** A question that waits for its newest try only. */
    final class Open implements OpenQuestion {

        private final Hearing hearing;
        private final List<Long> sentAt = new ArrayList<>();
        private int awaited = -1;

        Open(Hearing hearing) {
            this.hearing = hearing;
        }

        @Override
        public int attempt(Manner manner, long timeoutNanos) {
            int number = sentAt.size();
            sentAt.add(lane.now());
            awaited = number;
            Sent one = new Sent(this, number, manner, lane.now(), timeoutNanos);
            sent.add(one);
            lane.schedule(timeoutNanos, () -> one.fail(Silence.TIMED_OUT));
            return number;
        }

        /** Whether this try was waited for, which is over now. */
        private boolean settle(int number) {
            boolean was = awaited == number;
            awaited = was ? -1 : awaited;
            return was;
        }

        @Override
        public void close() {
            awaited = -1;
            closed++;
        }

        @Override
        public long sentAt(int attempt) {
            return sentAt.get(attempt);
        }

        @Override
        public int octetsOut() {
            return OCTETS * sentAt.size();
        }

        @Override
        public boolean isSpoofSuspected() {
            return suspicious;
        }
    }
}
