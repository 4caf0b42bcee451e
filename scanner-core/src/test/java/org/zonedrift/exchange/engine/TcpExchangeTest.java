package org.zonedrift.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.MessageReader.Octets;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

class TcpExchangeTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int SOA = 6;
    private static final int STREAMS_MAX = 250;
    private static final int QUESTIONS_A_STREAM = 64;
    private static final ServerAddress SERVER = server(1);
    private static final Manner PROBE = Manner.authoritative(Purpose.PROBE);

    private final TapedStreams network = new TapedStreams();
    private final TcpExchange exchange =
            new TcpExchange(network.lane, network, new SplittableRandom(1), TcpSettings.unlimited());
    private final List<String> heard = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /** T-090. */
    @Test
    void aMessageMayComeInAnyPieces() {
        ask("a");
        network.last().listener.connected();
        byte[] reply = network.last().replyTo(0);
        for (byte octet : reply) {
            assertThat(heard).isEmpty();
            network.last().deliver(new byte[] {octet});
        }

        assertThat(heard).containsExactly("a replied");
    }

    /** T-090. */
    @Test
    void oneSegmentMayHoldSeveralMessages() {
        ask("a");
        ask("b");
        ask("c");
        TapedStreams.Taped stream = network.last();
        stream.listener.connected();
        byte[] last = stream.replyTo(1);
        stream.deliver(stream.replyTo(2), stream.replyTo(0), Arrays.copyOf(last, 1));
        stream.deliver(Arrays.copyOfRange(last, 1, last.length));

        assertThat(heard).containsExactly("c replied", "a replied", "b replied");
    }

    @Test
    void questionsToOneServerShareAStream() {
        ask("a");
        assertThat(network.last().messages).as("not before it stands").isEmpty();
        network.last().listener.connected();
        ask("b");
        ask("c");

        assertThat(network.streams).hasSize(1);
        assertThat(network.last().messages).hasSize(3);
    }

    @Test
    void aStreamIsKeptForAMomentAndThenClosed() {
        askAndAnswer("a");
        network.lane.advance(SECOND);
        ask("b");
        network.last().deliver(network.last().replyTo(1));
        network.lane.advance(SECOND);
        assertThat(network.last().closed).isFalse();
        network.lane.advance(SECOND);
        assertThat(network.last().closed).isTrue();
        ask("c");

        assertThat(network.streams).hasSize(2);
        assertThat(heard).containsExactly("a replied", "b replied");
    }

    @Test
    void aConnectionThatDoesNotComeAboutIsTriedOnceMore() {
        ask("a");
        network.lane.advance(3 * SECOND);
        assertThat(network.streams).hasSize(2);
        assertThat(network.streams.get(0).closed).isTrue();
        network.lane.advance(3 * SECOND);

        assertThat(heard).containsExactly("a TIMED_OUT");
        assertThat(answers.get(0).course().tcp()).isEqualTo(2);
        assertThat(answers.get(0).course().firstSentAt()).isEqualTo(-1);
    }

    /** T-081. */
    @Test
    void aRefusedConnectionIsANetworkError() {
        ask("a");
        network.last().listener.closed();
        network.last().listener.closed();
        network.lane.settle();

        assertThat(network.streams).hasSize(2);
        assertThat(heard).containsExactly("a NETWORK_ERROR");
    }

    @Test
    void aStreamThatBreaksDoesNotTakeItsQuestionsAlong() {
        ask("a");
        ask("b");
        network.last().listener.connected();
        network.last().deliver(network.last().replyTo(0));
        network.last().listener.closed();
        network.last().listener.connected();
        network.last().deliver(network.last().replyTo(0));

        assertThat(heard).containsExactly("a replied", "b replied");
        assertThat(answers.get(1).course().tcp()).isEqualTo(2);
        assertThat(answers.get(1).course().retries()).isEqualTo(1);
    }

    @Test
    void oneQuestionWithoutAnswerLeavesTheOthersAlone() {
        ask("a");
        network.last().listener.connected();
        network.lane.advance(4 * SECOND);
        ask("b");
        network.lane.advance(SECOND);
        assertThat(heard).containsExactly("a TIMED_OUT");
        network.last().deliver(network.last().replyTo(1));

        assertThat(heard).containsExactly("a TIMED_OUT", "b replied");
        assertThat(network.last().closed).isFalse();
    }

    @Test
    void theTimeRunsFromTheSendNotFromTheWishForAStream() {
        ask("a");
        network.lane.advance(5 * SECOND / 2);
        network.last().listener.connected();
        network.lane.advance(9 * SECOND / 2);
        network.last().deliver(network.last().replyTo(0));

        assertThat(heard).containsExactly("a replied");
        assertThat(answers.get(0).course().rttNanos()).isEqualTo(9 * SECOND / 2);
    }

    @Test
    void whatCannotBeReadIsMalformedAndWhatNobodyAskedIsIgnored() {
        ask("a");
        ask("b");
        TapedStreams.Taped stream = network.last();
        stream.listener.connected();
        byte[] unknown = stream.replyTo(0);
        unknown[2] ^= 0x55;
        stream.deliver(unknown);
        byte[] otherName = stream.replyTo(0);
        otherName[2 + 13] ^= 1;
        stream.deliver(otherName, new byte[] {0, 0}, new byte[] {0, 3, 1, 2, 3});
        assertThat(heard).isEmpty();
        stream.deliver(stream.unreadableReplyTo(0), stream.replyTo(1));

        assertThat(heard).containsExactly("a MALFORMED", "b replied");
    }

    @Test
    void thereAreOnlySoManyStreamsAndTheNextOneWaits() {
        for (int i = 1; i <= STREAMS_MAX + 1; i++) {
            ask("zone" + i, server(i));
        }
        assertThat(network.streams).hasSize(STREAMS_MAX);
        TapedStreams.Taped first = network.streams.get(0);
        first.listener.connected();
        first.deliver(first.replyTo(0));
        network.lane.advance(2 * SECOND);

        assertThat(first.closed).isTrue();
        assertThat(network.last().to).isEqualTo(server(STREAMS_MAX + 1));
    }

    @Test
    void aStreamTakesOnlySoManyQuestionsAtATime() {
        for (int i = 0; i <= QUESTIONS_A_STREAM; i++) {
            ask("zone" + i);
        }
        TapedStreams.Taped stream = network.last();
        stream.listener.connected();
        assertThat(stream.messages).hasSize(QUESTIONS_A_STREAM);
        stream.deliver(stream.replyTo(5));

        assertThat(stream.messages).hasSize(QUESTIONS_A_STREAM + 1);
        assertThat(network.streams).hasSize(1);
    }

    @Test
    void whatFindsNoRoomToWaitFailsAndEverythingEndsOnce() {
        int many = QUESTIONS_A_STREAM + 10_000 + 7;
        for (int i = 0; i < many; i++) {
            ask("zone" + i);
        }
        network.lane.settle();
        assertThat(heard).hasSize(7).allMatch(line -> line.endsWith("NETWORK_ERROR"));
        exchange.close();
        network.lane.advance(20 * SECOND);

        assertThat(heard).hasSize(many).doesNotHaveDuplicates();
        assertThat(heard).filteredOn(line -> line.endsWith("CLOSED")).hasSize(many - 7);
    }

    @Test
    void afterTheEndNothingBegins() {
        exchange.close();
        ask("a");
        network.lane.settle();

        assertThat(network.streams).isEmpty();
        assertThat(heard).containsExactly("a CLOSED");
    }

    /** Each connection, and each message on it, in its turn. */
    @Test
    void nothingLeavesBeforeItsTurn() {
        List<Runnable> turns = new ArrayList<>();
        TcpSettings patient = new TcpSettings((server, send) -> turns.add(send), Octets.LEFT);
        TcpExchange limited = new TcpExchange(network.lane, network, new SplittableRandom(1), patient);
        ask(limited, "a", SERVER);
        assertThat(network.streams).isEmpty();
        turns.remove(0).run();
        network.last().listener.connected();
        ask(limited, "b", SERVER);
        assertThat(network.last().messages).isEmpty();
        turns.forEach(Runnable::run);

        assertThat(turns).hasSize(2);
        assertThat(network.last().messages).hasSize(2);
    }

    @Test
    void theSecondStreamWaitsForItsTurnAsTheFirstDid() {
        List<Runnable> turns = new ArrayList<>();
        TcpSettings patient = new TcpSettings((server, send) -> turns.add(send), Octets.LEFT);
        TcpExchange limited = new TcpExchange(network.lane, network, new SplittableRandom(1), patient);
        ask(limited, "a", SERVER);
        turns.remove(0).run();
        network.last().listener.connected();
        turns.remove(0).run();
        network.last().listener.closed();
        assertThat(network.streams).hasSize(1);
        turns.remove(0).run();

        assertThat(network.streams).hasSize(2);
        assertThat(heard).isEmpty();
    }

    private void askAndAnswer(String name) {
        ask(name);
        network.last().listener.connected();
        network.last().deliver(network.last().replyTo(0));
    }

    private void ask(String name) {
        ask(name, SERVER);
    }

    private void ask(String name, ServerAddress server) {
        ask(exchange, name, server);
    }

    private void ask(TcpExchange asked, String name, ServerAddress server) {
        asked.ask(new DnsQuestion(DomainName.parse(name), SOA, PROBE), server, answer -> {
            answers.add(answer);
            heard.add(name + " " + (answer instanceof Answer.NoReply none ? none.why() : "replied"));
        });
    }

    private static ServerAddress server(int number) {
        return ServerAddress.of(new byte[] {(byte) 198, 51, (byte) (number >> 8), (byte) number}, 53);
    }
}
