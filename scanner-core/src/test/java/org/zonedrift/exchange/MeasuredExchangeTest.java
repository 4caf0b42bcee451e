package org.zonedrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.LaneTelemetry;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

class MeasuredExchangeTest {

    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);
    private static final DomainName ZONE = DomainName.parse("example.net");

    private final Telemetry telemetry = new Telemetry(() -> 0);
    private final LaneTelemetry lane = telemetry.newLane();
    private final Queue<Consumer<? super Answer>> open = new ArrayDeque<>();
    private final List<Answer> heard = new ArrayList<>();
    private final DnsExchange exchange = new MeasuredExchange((question, server, done) -> open.add(done), lane::udp);

    @Test
    void eachPurposeIsCountedApart() {
        ask(Purpose.PROBE);
        ask(Purpose.ROOT);
        end(Answers.overUdp(0));
        end(Answers.timedOut(3));

        assertThat(telemetry.udp(Purpose.PROBE).of(Count.ANSWERED)).isEqualTo(1);
        assertThat(telemetry.udp(Purpose.ROOT).of(Count.TIMED_OUT)).isEqualTo(1);
        assertThat(telemetry.udp(Purpose.ROOT).of(Count.SENT)).isEqualTo(3);
        assertThat(telemetry.udp(Purpose.ROOT).of(Count.UNHEARD)).isEqualTo(3);
        assertThat(telemetry.udp(Purpose.ROOT).of(Count.REPEATED)).isEqualTo(2);
        assertThat(telemetry.tcp().of(Count.QUESTIONS)).isZero();
        assertThat(telemetry.roundTripMicros().getTotalCount()).isEqualTo(1);
    }

    @Test
    void everyQuestionIsInOneColumnWhateverBecomesOfIt() {
        List<Answer> answers = new ArrayList<>(List.of(Answers.overUdp(0), Answers.overUdp(5)));
        for (Silence why : Silence.values()) {
            answers.add(Answers.failed(why));
        }
        answers.forEach(answer -> ask(Purpose.HOST));
        answers.forEach(this::end);

        long inColumns = 0;
        for (Count count :
                List.of(Count.ANSWERED, Count.TIMED_OUT, Count.UNREACHABLE, Count.UNREADABLE, Count.ABANDONED)) {
            inColumns += telemetry.udp(Purpose.HOST).of(count);
        }
        assertThat(telemetry.udp().of(Count.QUESTIONS)).isEqualTo(inColumns).isEqualTo(answers.size());
        assertThat(heard).isEqualTo(answers);
    }

    @Test
    void aListenerThatAsksAgainDoesNotMixUpTheAskers() {
        List<String> order = new ArrayList<>();
        exchange.ask(question(Purpose.PROBE), SERVER, first -> {
            order.add("first");
            exchange.ask(question(Purpose.RECHECK), SERVER, again -> order.add("again"));
        });
        exchange.ask(question(Purpose.PROBE), SERVER, second -> order.add("second"));
        end(Answers.overUdp(0));
        end(Answers.overUdp(0));
        end(Answers.overUdp(0));

        assertThat(order).containsExactly("first", "second", "again");
        assertThat(telemetry.udp(Purpose.RECHECK).of(Count.ANSWERED)).isEqualTo(1);
    }

    @Test
    void lanesAddUp() {
        LaneTelemetry other = telemetry.newLane();
        DnsExchange overTcp =
                new MeasuredExchange((question, server, done) -> done.accept(Answers.overTcp(0)), other::tcp);
        overTcp.ask(question(Purpose.PROBE), SERVER, heard::add);
        ask(Purpose.PROBE);
        end(Answers.overUdp(0));

        assertThat(telemetry.udp().plus(telemetry.tcp()).of(Count.ANSWERED)).isEqualTo(2);
        assertThat(telemetry.tcp(Purpose.PROBE).of(Count.OCTETS_IN)).isEqualTo(100);
        assertThat(telemetry.roundTripMicros().getMaxValue()).isEqualTo(5);
    }

    private void ask(Purpose purpose) {
        exchange.ask(question(purpose), SERVER, heard::add);
    }

    private static DnsQuestion question(Purpose purpose) {
        return new DnsQuestion(ZONE, 6, Manner.authoritative(purpose));
    }

    private void end(Answer answer) {
        open.remove().accept(answer);
    }
}
