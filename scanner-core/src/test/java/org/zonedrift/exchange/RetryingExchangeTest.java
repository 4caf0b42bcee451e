package org.zonedrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.exchange.Answer.Reply;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Course.Oddity;
import org.zonedrift.exchange.Manner.EdnsUse;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

class RetryingExchangeTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);
    private static final Manner WITH_NSID = Manner.authoritative(Purpose.PROBE).withOptions(Set.of(EdnsOption.NSID));
    private static final int FORMERR = 1;
    private static final int SERVFAIL = 2;
    private static final int NOTIMP = 4;
    private static final int REFUSED = 5;
    private static final int BADVERS = 16;

    private final VirtualLane lane = new VirtualLane();
    private final TapedDatagrams udp = new TapedDatagrams(lane);
    private final List<Answer> answers = new ArrayList<>();
    private RetryingExchange exchange = limitedTo(Politeness.NONE);

    private RetryingExchange limitedTo(Politeness politeness) {
        Patience patience = new Patience(1_500 * MILLI, 3);
        return new RetryingExchange(
                udp,
                lane,
                patience,
                new Turnstile(new KnownServers(new Limits(politeness)), lane),
                new SplittableRandom(1));
    }

    @Test
    void silenceIsWaitedForLongerEachTime() {
        ask();
        lane.advance(20 * SECOND);

        assertThat(udp.sent).hasSize(3);
        assertThat(udp.sent.get(0).timeout()).isBetween(1_350 * MILLI, 1_650 * MILLI);
        assertThat(udp.sent.get(1).timeout()).isBetween(2_700 * MILLI, 3_300 * MILLI);
        assertThat(udp.sent.get(2).timeout()).isBetween(4_500 * MILLI, 5_500 * MILLI);
        NoReply nothing = (NoReply) onlyAnswer();
        assertThat(nothing.why()).isEqualTo(Silence.TIMED_OUT);
        assertThat(nothing.course().udp()).isEqualTo(3);
        assertThat(nothing.course().timeouts()).isEqualTo(3);
        assertThat(udp.closed).isEqualTo(1);
    }

    @Test
    void silenceNeverLeadsToPlainDns() {
        ask();
        lane.advance(20 * SECOND);

        assertThat(udp.sent).extracting(sent -> sent.manner().edns()).containsOnly(EdnsUse.EDNS);
        assertThat(udp.sent.get(0).manner().options()).containsExactly(EdnsOption.NSID);
        assertThat(udp.sent.get(1).manner().options()).isEmpty();
    }

    @Test
    void whoAnswersFastIsWaitedForLessButNeverTooLittle() {
        ask();
        lane.advance(10 * MILLI);
        udp.last().answer(Answers.message(0));
        ask();

        assertThat(udp.last().timeout()).isBetween(360 * MILLI, 440 * MILLI);
    }

    @Test
    void aLateReplyToAnEarlierTryIsAsGood() {
        ask();
        lane.advance(2 * SECOND);
        udp.sent.get(0).answer(Answers.message(0));
        lane.advance(20 * SECOND);

        Reply reply = (Reply) onlyAnswer();
        assertThat(reply.course().udp()).isEqualTo(2);
        assertThat(reply.course().rttNanos()).isEqualTo(2 * SECOND);
        assertThat(udp.sent).hasSize(2);
    }

    @Test
    void badNewsFromAnEarlierTryWaitsForTheNewest() {
        ask();
        lane.advance(2 * SECOND);
        udp.sent.get(0).answer(Answers.message(REFUSED));
        assertThat(answers).isEmpty();
        udp.sent.get(1).answer(Answers.message(0));

        assertThat(rcode()).isZero();
    }

    /** T-083. */
    @Test
    void aServerOlderThanEdnsIsAskedInPlainDns() {
        ask();
        udp.last().answer(Answers.message(FORMERR));
        assertThat(udp.last().manner().edns()).isEqualTo(EdnsUse.PLAIN);
        udp.last().answer(Answers.message(0));

        assertThat(rcode()).isZero();
        assertThat(onlyAnswer().course().oddities()).containsExactly(Oddity.EDNS_UNSUPPORTED);
    }

    /** T-084. */
    @Test
    void aServerThatDislikesAnOptionIsAskedWithoutIt() {
        ask();
        udp.last().answer(Answers.withEdns(FORMERR));
        assertThat(udp.last().manner().edns()).isEqualTo(EdnsUse.EDNS);
        assertThat(udp.last().manner().options()).isEmpty();
        udp.last().answer(Answers.withEdns(0));

        assertThat(onlyAnswer().course().udp()).isEqualTo(2);
        assertThat(onlyAnswer().course().oddities()).containsExactly(Oddity.EDNS_BROKEN);
    }

    @Test
    void aServerThatDislikesItEvenThenIsAskedInPlainDns() {
        ask();
        udp.last().answer(Answers.withEdns(FORMERR));
        udp.last().answer(Answers.withEdns(FORMERR));
        assertThat(udp.last().manner().edns()).isEqualTo(EdnsUse.PLAIN);
        udp.last().answer(Answers.withEdns(FORMERR));

        assertThat(rcode()).isEqualTo(FORMERR);
        assertThat(onlyAnswer().course().oddities())
                .as("plain DNS changed nothing")
                .isEmpty();
    }

    @Test
    void aServerThatRejectsTheVersionOrTheWholeKindIsAskedInPlainDns() {
        for (int rcode : new int[] {NOTIMP, BADVERS}) {
            ask();
            udp.last().answer(Answers.withEdns(rcode));
            assertThat(udp.last().manner().edns()).isEqualTo(EdnsUse.PLAIN);
            udp.last().answer(Answers.message(0));
        }

        assertThat(answers)
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer.course().oddities()).containsExactly(Oddity.EDNS_BROKEN));
    }

    @Test
    void aFailureIsAskedAboutOnceMoreAfterASecond() {
        ask();
        udp.last().answer(Answers.message(SERVFAIL));
        lane.advance(999 * MILLI);
        assertThat(udp.sent).hasSize(1);
        lane.advance(MILLI);
        assertThat(udp.last().manner().options()).isEmpty();
        udp.last().answer(Answers.message(SERVFAIL));

        assertThat(rcode()).isEqualTo(SERVFAIL);
        assertThat(onlyAnswer().course().timeouts()).isZero();
    }

    @Test
    void aRefusalIsAskedAboutOnceMoreWithoutOptions() {
        ask();
        udp.last().answer(Answers.message(REFUSED));
        assertThat(udp.last().manner().options()).isEmpty();
        udp.last().answer(Answers.message(REFUSED));

        assertThat(rcode()).isEqualTo(REFUSED);
        assertThat(udp.sent).hasSize(2);
    }

    @Test
    void whatCannotBeReadOrSentIsTriedOnceMoreAndTheWorstIsTold() {
        ask();
        udp.last().fail(Silence.NETWORK_ERROR);
        udp.last().fail(Silence.MALFORMED);
        udp.last().fail(Silence.NETWORK_ERROR);
        udp.last().fail(Silence.NETWORK_ERROR);

        assertThat(((NoReply) onlyAnswer()).why()).isEqualTo(Silence.MALFORMED);
        assertThat(udp.sent).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void whoSaidSomethingOnceIsQuotedEvenIfSilentLater() {
        ask();
        udp.last().answer(Answers.message(SERVFAIL));
        lane.advance(30 * SECOND);

        assertThat(rcode()).isEqualTo(SERVFAIL);
    }

    @Test
    void guessesAtTheAnswerAreTold() {
        udp.suspicious = true;
        ask();
        udp.last().answer(Answers.message(0));

        assertThat(onlyAnswer().course().oddities()).containsExactly(Oddity.SPOOF_SUSPECTS);
    }

    @Test
    void waitingForALimitIsNoTimeout() {
        exchange = limitedTo(new Politeness(0, 1));
        for (int i = 0; i < 60; i++) {
            ask();
        }
        while (answers.size() < 60) {
            int before = udp.sent.size();
            lane.advance(SECOND);
            udp.sent
                    .subList(before == 1 ? 0 : before, udp.sent.size())
                    .forEach(sent -> sent.answer(Answers.message(0)));
            udp.sent.get(0).fail(Silence.TIMED_OUT);
        }

        assertThat(lane.now() - VirtualLane.START).isGreaterThan(55 * SECOND);
        assertThat(answers.subList(1, 60))
                .allSatisfy(answer -> assertThat(answer.course().timeouts()).isZero());
    }

    /** Whatever a server says, it gets no more than five datagrams for one question. */
    @Test
    void noServerTalksUsIntoAskingForever() {
        int[] rcodes = {0, FORMERR, SERVFAIL, NOTIMP, REFUSED, BADVERS};
        SplittableRandom random = new SplittableRandom(4);
        Set<Integer> sizes = new TreeSet<>();
        for (int run = 0; run < 2_000; run++) {
            answers.clear();
            udp.sent.clear();
            ask();
            while (answers.isEmpty()) {
                int choice = random.nextInt(20);
                if (choice < 8) {
                    lane.advance(6 * SECOND);
                } else if (choice < 12) {
                    udp.last().fail(choice % 2 == 0 ? Silence.MALFORMED : Silence.NETWORK_ERROR);
                } else {
                    int rcode = rcodes[1 + random.nextInt(rcodes.length - 1)];
                    udp.last().answer(choice % 2 == 0 ? Answers.message(rcode & 0xf) : Answers.withEdns(rcode));
                    lane.advance(SECOND);
                }
            }
            sizes.add(udp.sent.size());
            assertThat(onlyAnswer().course().udp()).isEqualTo(udp.sent.size());
        }
        assertThat(sizes).contains(2, 3, 4, 5).allMatch(size -> size <= 5);
    }

    private void ask() {
        exchange.ask(new DnsQuestion(DomainName.parse("example.net"), 6, WITH_NSID), SERVER, answers::add);
    }

    private Answer onlyAnswer() {
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private int rcode() {
        return ((Reply) onlyAnswer()).message().rcode();
    }
}
