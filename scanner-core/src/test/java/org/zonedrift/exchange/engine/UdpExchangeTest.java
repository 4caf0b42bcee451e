package org.zonedrift.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.DatagramExchange.Hearing;
import org.zonedrift.exchange.DatagramExchange.OpenQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.DatagramFaults;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

class UdpExchangeTest {

    private static final Manner PROBE = Manner.authoritative(Purpose.PROBE);
    private static final DomainName ZONE = DomainName.parse("example.com");
    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {127, 0, 0, 1}, 53);
    private static final ServerAddress OTHER = ServerAddress.of(new byte[] {127, 0, 0, 2}, 53);
    private static final int SOA = 6;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final TapedNetwork network = new TapedNetwork();
    private final DatagramFaults faults = new DatagramFaults();
    private final List<String> heard = new ArrayList<>();
    private UdpExchange exchange = exchangeWithPorts(4);

    private UdpExchange exchangeWithPorts(int ports) {
        return new UdpExchange(network.lane, network, new UdpSettings(ports, faults), new SplittableRandom(1));
    }

    @Test
    void aReplyEndsTheWait() {
        OpenQuestion question = ask(SERVER);
        network.lane.advance(SECOND / 10);
        network.last().answerWith(network.last().emptyReply());
        network.lane.advance(10 * SECOND);

        assertThat(heard).containsExactly("0 replied");
        assertThat(network.lane.now() - question.sentAt(0)).isEqualTo(10 * SECOND + SECOND / 10);
        assertThat(question.octetsOut()).isEqualTo(network.last().octets().length);
    }

    @Test
    void silenceEndsItToo() {
        ask(SERVER);
        network.lane.advance(10 * SECOND);

        assertThat(heard).containsExactly("0 TIMED_OUT");
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheTimeOfOthers() {
        OpenQuestion thrower = exchange.open(ZONE, SOA, SERVER, new Hearing() {
            @Override
            public void replied(int attempt, DnsMessage message) {
                throw new IllegalStateException("a bug");
            }

            @Override
            public void failed(int attempt, Silence why) {
                throw new IllegalStateException("a bug");
            }
        });
        thrower.attempt(PROBE, SECOND);
        ask(SERVER);
        assertThatThrownBy(() -> network.lane.advance(2 * SECOND)).hasMessage("a bug");
        network.lane.advance(2 * SECOND);

        assertThat(heard).containsExactly("0 TIMED_OUT");
    }

    @Test
    void aLateReplyToAnEarlierTryIsTaken() {
        OpenQuestion question = ask(SERVER);
        TapedNetwork.Sent first = network.last();
        network.lane.advance(2 * SECOND);
        question.attempt(PROBE, SECOND);
        network.lane.settle();
        first.answerWith(first.emptyReply());
        network.lane.advance(2 * SECOND);

        assertThat(heard).containsExactly("0 TIMED_OUT", "0 replied", "1 TIMED_OUT");
        assertThat(faults.late()).isEqualTo(1);
        assertThat(network.last().octets()).as("another id").isNotEqualTo(first.octets());
    }

    @Test
    void aSupersededTryIsHeardOnlyByItsReply() {
        OpenQuestion question = ask(SERVER);
        TapedNetwork.Sent first = network.last();
        question.attempt(PROBE, 3 * SECOND);
        network.lane.advance(2 * SECOND);
        first.answerWith(first.emptyReply());

        assertThat(heard).containsExactly("0 replied");
    }

    @Test
    void aClosedQuestionHearsNothing() {
        OpenQuestion question = ask(SERVER);
        question.close();
        question.close();
        network.last().answerWith(network.last().emptyReply());
        network.lane.advance(10 * SECOND);

        assertThat(heard).isEmpty();
        assertThat(faults.strays()).isEqualTo(1);
    }

    /** T-074. */
    @Test
    void aDoubledReplyIsAStray() {
        ask(SERVER);
        network.last().answerWith(network.last().emptyReply());
        network.last().answerWith(network.last().emptyReply());

        assertThat(heard).containsExactly("0 replied");
        assertThat(faults.strays()).isEqualTo(1);
        assertThat(faults.spoofSuspects()).isZero();
    }

    /** T-072. */
    @Test
    void aReplyFromElsewhereIsIgnored() {
        ask(SERVER);
        byte[] reply = network.last().emptyReply();
        network.last().answerWith(reply, OTHER.socketAddress());
        network.last().answerWith(reply, new InetSocketAddress("127.0.0.1", 54));
        assertThat(heard).isEmpty();

        network.last().answerWith(reply);
        assertThat(heard).containsExactly("0 replied");
    }

    @Test
    void aGuessedIdIsASpoofSuspect() {
        OpenQuestion question = ask(SERVER);
        assertThat(question.isSpoofSuspected()).isFalse();
        byte[] forged = network.last().emptyReply();
        forged[1] ^= 0x55;
        network.last().answerWith(forged);

        assertThat(heard).isEmpty();
        assertThat(faults.spoofSuspects()).isEqualTo(1);
        assertThat(question.isSpoofSuspected()).isTrue();
        assertThat(ask(OTHER).isSpoofSuspected()).isFalse();
    }

    /** T-071. */
    @Test
    void aReplyToAnotherQuestionIsCountedAndIgnored() {
        ask(SERVER);
        byte[] reply = network.last().emptyReply();
        reply[13] = 'f';
        network.last().answerWith(reply);
        network.lane.advance(10 * SECOND);

        assertThat(faults.questionMismatches()).isEqualTo(1);
        assertThat(heard).containsExactly("0 TIMED_OUT");
    }

    /** T-069: a cut header, or a question that is none, counts only at the deadline. */
    @Test
    void anUnreadableQuestionIsMalformedOnlyWhenNothingBetterComes() {
        ask(SERVER);
        network.last().answerWith(Arrays.copyOf(network.last().emptyReply(), 14));
        assertThat(heard).isEmpty();
        network.lane.advance(10 * SECOND);
        assertThat(heard).containsExactly("0 MALFORMED");

        ask(SERVER);
        network.last().answerWith(Arrays.copyOf(network.last().emptyReply(), 14));
        network.last().answerWith(network.last().emptyReply());
        assertThat(heard).endsWith("0 replied").hasSize(2);
    }

    /** T-069: records that cannot be read end the try at once. */
    @Test
    void unreadableRecordsEndTheTry() {
        OpenQuestion question = ask(SERVER);
        byte[] reply = network.last().emptyReply();
        reply[7] = 1;
        network.last().answerWith(reply);
        network.last().answerWith(reply);
        network.lane.advance(10 * SECOND);

        assertThat(heard).containsExactly("0 MALFORMED");
        question.close();
    }

    @Test
    void whatCannotBeDeliveredIsANetworkErrorButNotFromInsideTheCall() {
        ask(SERVER);
        network.last().port().undeliverable(network.last().ticket());
        assertThat(heard).isEmpty();
        network.lane.settle();

        assertThat(heard).containsExactly("0 NETWORK_ERROR");
        assertThat(faults.undeliverable()).isEqualTo(1);
    }

    @Test
    void anOldTicketHarmsNobody() {
        ask(SERVER).close();
        TapedNetwork.Sent old = network.last();
        ask(SERVER);
        old.port().undeliverable(old.ticket());
        network.lane.settle();

        assertThat(heard).isEmpty();
    }

    @Test
    void withoutAPortEveryTryIsANetworkError() {
        network.portsLeft = 0;
        ask(SERVER);
        network.lane.settle();

        assertThat(heard).containsExactly("0 NETWORK_ERROR");
    }

    @Test
    void fewerPortsDoAsWell() {
        network.portsLeft = 1;
        ask(SERVER);
        network.last().answerWith(network.last().emptyReply());

        assertThat(heard).containsExactly("0 replied");
    }

    @Test
    void whatFindsNoFreeIdWaitsForOne() {
        exchange = exchangeWithPorts(1);
        List<OpenQuestion> open = new ArrayList<>();
        for (int i = 0; i < PendingTries.HELD_MAX + 2; i++) {
            open.add(ask(SERVER));
        }
        assertThat(network.sent).hasSize(PendingTries.HELD_MAX);

        open.get(0).close();
        network.lane.settle();
        assertThat(network.sent).hasSize(PendingTries.HELD_MAX + 1);
        open.forEach(OpenQuestion::close);
        network.lane.settle();
        assertThat(network.sent).as("the last was closed while it waited").hasSize(PendingTries.HELD_MAX + 1);
        assertThat(heard).isEmpty();
    }

    @Test
    void beyondTheWaitingRoomATryFails() {
        exchange = exchangeWithPorts(1);
        for (int i = 0; i < PendingTries.HELD_MAX + UdpPorts.WAITING_MAX; i++) {
            ask(SERVER);
        }
        network.lane.settle();
        assertThat(heard).isEmpty();
        ask(SERVER);
        network.lane.settle();

        assertThat(heard).containsExactly("0 NETWORK_ERROR");
    }

    @Test
    void idsNeverRepeatWhileTheyAreHeld() {
        exchange = exchangeWithPorts(1);
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < PendingTries.HELD_MAX; i++) {
            ask(SERVER);
            byte[] octets = network.last().octets();
            ids.add((octets[0] & 0xff) << 8 | octets[1] & 0xff);
        }

        assertThat(ids).hasSize(PendingTries.HELD_MAX);
    }

    @Test
    void aTurnsDatagramsLeaveTogether() {
        for (int i = 0; i < 100; i++) {
            ask(SERVER);
        }
        network.lane.settle();

        assertThat(network.flushes).isEqualTo(1);
    }

    @Test
    void ofManyTriesTheOldestAreForgotten() {
        OpenQuestion question = ask(SERVER);
        TapedNetwork.Sent first = network.last();
        for (int i = 0; i < UdpQuestion.TRIES_HELD_MAX; i++) {
            question.attempt(PROBE, SECOND);
        }
        first.answerWith(first.emptyReply());
        assertThat(heard).isEmpty();
        network.last().answerWith(network.last().emptyReply());

        assertThat(heard).containsExactly("8 replied");
        assertThat(question.sentAt(0)).isEqualTo(network.lane.now());
    }

    @Test
    void closingTheExchangeIsHeardOnceByEveryOpenQuestion() {
        ask(SERVER);
        ask(OTHER);
        exchange.close();
        exchange.close();
        ask(SERVER);
        network.lane.advance(10 * SECOND);

        assertThat(heard).containsExactly("0 CLOSED", "0 CLOSED", "0 CLOSED");
    }

    private OpenQuestion ask(ServerAddress server) {
        OpenQuestion question = exchange.open(ZONE, SOA, server, new Ear());
        question.attempt(PROBE, SECOND);
        return question;
    }

    private final class Ear implements Hearing {

        @Override
        public void replied(int attempt, DnsMessage message) {
            heard.add(attempt + " replied");
        }

        @Override
        public void failed(int attempt, Silence why) {
            heard.add(attempt + " " + why);
        }
    }
}
