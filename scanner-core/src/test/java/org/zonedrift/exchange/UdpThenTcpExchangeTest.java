package org.zonedrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.exchange.Answer.Reply;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Course.Oddity;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

class UdpThenTcpExchangeTest {

    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);
    private static final Manner PROBE = Manner.authoritative(Purpose.PROBE);

    private final List<DnsQuestion> overTcp = new ArrayList<>();
    private Answer udpSays = Answers.overUdp(0);
    private Answer tcpSays = Answers.overTcp(0);

    @Test
    void whatFitsIntoADatagramStaysThere() {
        assertThat(ask(PROBE)).isEqualTo(udpSays);
        assertThat(overTcp).isEmpty();
    }

    /** T-080. */
    @Test
    void whatIsTruncatedIsAskedOverTcp() {
        udpSays = Answers.overUdp(Answers.TRUNCATED);
        Reply reply = (Reply) ask(PROBE);

        assertThat(overTcp)
                .singleElement()
                .satisfies(question -> assertThat(question.manner().transport()).isEqualTo(Transport.TCP));
        assertThat(reply.message()).isEqualTo(((Reply) tcpSays).message());
        assertThat(reply.course().transport()).isEqualTo(Transport.TCP);
        assertThat(reply.course().udp()).isEqualTo(1);
        assertThat(reply.course().tcp()).isEqualTo(1);
        assertThat(reply.course().octetsIn()).isEqualTo(44 + 100);
        assertThat(reply.course().firstSentAt()).isEqualTo(1_000);
        assertThat(reply.course().rttNanos()).isEqualTo(5_000);
        // Nothing at all in the truncated reply: so do servers that limit how often they answer.
        assertThat(reply.course().oddities()).containsExactlyInAnyOrder(Oddity.TRUNCATED, Oddity.RRL_SLIP_SUSPECTED);
    }

    /** T-081. */
    @Test
    void whatTcpDoesNotBringEitherIsTruncated() {
        udpSays = Answers.overUdp(Answers.TRUNCATED);
        for (Silence why : List.of(Silence.NETWORK_ERROR, Silence.TIMED_OUT, Silence.MALFORMED)) {
            tcpSays = Answers.failed(why);
            NoReply nothing = (NoReply) ask(PROBE);
            assertThat(nothing.why()).isEqualTo(Silence.TRUNCATED);
            assertThat(nothing.course().oddities()).contains(Oddity.TRUNCATED, Oddity.TCP_FAILED);
            assertThat(nothing.course().tries()).isEqualTo(2);
        }
    }

    @Test
    void silenceOverUdpIsNoReasonForTcp() {
        udpSays = Answers.timedOut(3);
        assertThat(ask(PROBE)).isEqualTo(udpSays);
        assertThat(overTcp).isEmpty();
    }

    @Test
    void aQuestionMeantForTcpGoesThereAtOnce() {
        udpSays = Answers.timedOut(3);
        assertThat(ask(PROBE.over(Transport.TCP))).isEqualTo(tcpSays);
    }

    private Answer ask(Manner manner) {
        List<Answer> answers = new ArrayList<>();
        new UdpThenTcpExchange((question, server, done) -> done.accept(udpSays), (question, server, done) -> {
                    overTcp.add(question);
                    done.accept(tcpSays);
                })
                .ask(new DnsQuestion(DomainName.parse("example.net"), 6, manner), SERVER, answers::add);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }
}
