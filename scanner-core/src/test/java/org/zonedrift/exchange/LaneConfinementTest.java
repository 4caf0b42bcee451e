package org.zonedrift.exchange;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.engine.TcpExchange;
import org.zonedrift.exchange.engine.TcpSettings;
import org.zonedrift.exchange.engine.UdpExchange;
import org.zonedrift.exchange.engine.UdpSettings;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.exchange.netty.NettySettings;
import org.zonedrift.telemetry.DatagramFaults;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.MessageReader.Octets;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * The assertions that guard what belongs to a lane are on in tests, and notice a caller from another
 * thread; so every other test that runs real lanes would fail by them.
 */
class LaneConfinementTest {

    private static final ServerAddress NOBODY = ServerAddress.of(new byte[] {127, 0, 0, 1}, 9);
    private static final Manner PROBE = Manner.authoritative(Purpose.PROBE);
    private static final DnsQuestion QUESTION = new DnsQuestion(DomainName.parse("example.com"), 6, PROBE);

    private final NettyNetwork network = new NettyNetwork(NettySettings.withLanes(1));
    private final Lane lane = network.lanes().get(0);
    private final Limits limits = new Limits(Politeness.NONE);
    private final Turnstile turnstile = new Turnstile(new KnownServers(limits), lane);
    private final UdpExchange udp =
            new UdpExchange(lane, network, new UdpSettings(1, new DatagramFaults(), Octets.LEFT), new SecureRandom());

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void noExchangeIsAskedFromAnotherThread() {
        DnsExchange nobody = (question, server, done) -> {};
        asking(new CautiousExchange(nobody, new KnownServers(limits), lane));
        asking(new OutageProofExchange(nobody, new Uplink(), lane));
        asking(new RetryingExchange(udp, lane, new Patience(1_000_000, 1), turnstile, new SplittableRandom(1)));
        asking(new TcpExchange(lane, network, new SecureRandom(), TcpSettings.unlimited()));
    }

    @Test
    void noLimitIsBookedAndNoDatagramSentFromAnotherThread() {
        caught(() -> turnstile.pass(NOBODY, () -> {}));
        DatagramExchange.OpenQuestion open = udp.open(QUESTION.name(), QUESTION.type(), NOBODY, new Deaf());
        caught(() -> open.attempt(PROBE, 1_000_000));
        caught(udp::close);
    }

    @Test
    void theLaneItselfMay() {
        Turnstile own = new Turnstile(new KnownServers(limits), new VirtualLane());
        assertThatCode(() -> own.pass(NOBODY, () -> {})).doesNotThrowAnyException();
    }

    private static void asking(DnsExchange exchange) {
        caught(() -> exchange.ask(QUESTION, NOBODY, answer -> {}));
    }

    private static void caught(ThrowingCallable trespass) {
        assertThatThrownBy(trespass).isInstanceOf(AssertionError.class).hasMessage(Lane.ELSEWHERE);
    }

    /** Hears of a question that is never sent. */
    private static final class Deaf implements DatagramExchange.Hearing {

        @Override
        public void replied(int attempt, DnsMessage message) {}

        @Override
        public void failed(int attempt, Answer.Silence why) {}
    }
}
