package org.zonedrift.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.probe.Replies.AA;
import static org.zonedrift.probe.Replies.NOTHING;
import static org.zonedrift.probe.Replies.NOT_AA;
import static org.zonedrift.probe.Replies.RA;
import static org.zonedrift.probe.Replies.answer;
import static org.zonedrift.probe.Replies.cname;
import static org.zonedrift.probe.Replies.ns;
import static org.zonedrift.probe.Replies.rcode;
import static org.zonedrift.probe.Replies.reply;
import static org.zonedrift.probe.Replies.saying;
import static org.zonedrift.probe.Replies.silence;
import static org.zonedrift.probe.Replies.soa;
import static org.zonedrift.probe.Replies.with;

import io.netty.handler.codec.dns.DnsRecordType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Answer.Silence;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.Edns;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

/** One visit to one address: every row of the table of outcomes. */
class ZoneProberTest {

    private static final DomainName ZONE = DomainName.parse("t.lab");
    private static final ServerAddress SERVER = ServerAddress.of(new byte[] {(byte) 192, 0, 2, 1}, 53);

    @Test
    void aServerThatRefusesIsLame_T050() {
        assertThat(outcomeOf(rcode(5))).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aServerThatDeniesItsOwnZoneIsLame_T055() {
        assertThat(outcomeOf(rcode(3))).isEqualTo(Outcome.NXDOMAIN);
    }

    @Test
    void aReferralToTheRootIsUpward_T056() {
        assertThat(outcomeOf(reply(NOT_AA, NOTHING, List.of(ns(".", "a.root-servers.net")))))
                .isEqualTo(Outcome.UPWARD_REFERRAL);
        assertThat(outcomeOf(reply(NOT_AA, NOTHING, List.of(ns("lab", "ns.lab")))))
                .isEqualTo(Outcome.UPWARD_REFERRAL);
    }

    @Test
    void aReferralToTheZoneItselfOrBelow() {
        assertThat(outcomeOf(reply(NOT_AA, NOTHING, List.of(ns("t.lab", "ns1.t.lab")))))
                .isEqualTo(Outcome.SELF_REFERRAL);
        assertThat(outcomeOf(reply(NOT_AA, NOTHING, List.of(ns("other.lab", "ns1.t.lab")))))
                .isEqualTo(Outcome.REFERRAL);
    }

    @Test
    void anAnswerWithoutAuthorityIsAskedForOnceMoreAndShowsItsSerial_T058() {
        DnsMessage cached = reply(NOT_AA | RA, List.of(soa("t.lab", 7)), NOTHING);
        Script script = new Script(answer(cached), answer(cached));
        Observation seen = script.probe(ChildNs.ONE);
        assertThat(seen.outcome()).isEqualTo(Outcome.NON_AUTHORITATIVE);
        assertThat(seen.recursionAvailable()).isTrue();
        assertThat(seen.soa()).isNotNull();
        assertThat(seen.soa().serial()).isEqualTo(SerialNumber.of(7));
        assertThat(seen.course().tries()).isEqualTo(2);
        assertThat(seen.course().retries()).isEqualTo(1);
    }

    @Test
    void aServerThatGainsAuthorityMeanwhileIsUsable() {
        DnsMessage loading = reply(NOT_AA, List.of(soa("t.lab", 7)), NOTHING);
        assertThat(new Script(answer(loading), answer(saying(8)))
                        .probe(ChildNs.ONE)
                        .outcome())
                .isEqualTo(Outcome.OK);
    }

    @Test
    void silenceAfterAnAnswerWithoutAuthorityTakesNothingBack() {
        DnsMessage loading = reply(NOT_AA, List.of(soa("t.lab", 7)), NOTHING);
        assertThat(new Script(answer(loading), silence(Silence.TIMED_OUT))
                        .probe(ChildNs.ONE)
                        .outcome())
                .isEqualTo(Outcome.NON_AUTHORITATIVE);
    }

    @Test
    void aSoaInTheAuthoritySectionIsShownAndNotUsed_T059() {
        Observation seen = probe(reply(AA, NOTHING, List.of(soa("t.lab", 7))));
        assertThat(seen.outcome()).isEqualTo(Outcome.NO_SOA);
        assertThat(seen.flags()).containsExactly("soa-in-authority");
        assertThat(seen.soa()).isNotNull();
    }

    @Test
    void theSoaOfAnAncestorShowsThatOnlyTheParentIsServed() {
        Observation seen = probe(reply(AA, NOTHING, List.of(soa("lab", 7))));
        assertThat(seen.outcome()).isEqualTo(Outcome.NO_SOA);
        assertThat(seen.flags()).containsExactly("soa-of-ancestor");
        assertThat(seen.soa()).isNull();
    }

    @Test
    void anEmptyAnswerHasNoSoa_T061() {
        Observation seen = probe(reply(AA, NOTHING, NOTHING));
        assertThat(seen.outcome()).isEqualTo(Outcome.NO_SOA);
        assertThat(seen.flags()).containsExactly("empty-answer");
    }

    @Test
    void aSoaOfAnotherOwnerIsNotOurs_T062() {
        assertThat(outcomeOf(reply(AA, List.of(soa("other.lab", 7)), NOTHING))).isEqualTo(Outcome.WRONG_OWNER);
    }

    @Test
    void twoDifferentSoaRecordsContradictEachOther_T063() {
        assertThat(outcomeOf(reply(AA, List.of(soa("t.lab", 7), soa("t.lab", 8)), NOTHING)))
                .isEqualTo(Outcome.MULTIPLE_SOA);
    }

    @Test
    void twoEqualSoaRecordsAreOne_T064() {
        assertThat(outcomeOf(reply(AA, List.of(soa("t.lab", 7), soa("t.lab", 7)), NOTHING)))
                .isEqualTo(Outcome.OK);
    }

    @Test
    void aSignatureBeforeTheSoaDoesNotHideIt() {
        ResourceRecord signature = new ResourceRecord.Other(ZONE, DnsRecordType.RRSIG.intValue(), 60, new byte[20]);
        assertThat(outcomeOf(reply(AA, List.of(signature, soa("t.lab", 7)), NOTHING)))
                .isEqualTo(Outcome.OK);
    }

    @Test
    void aCnameAtTheApexIsAnOutcomeWhateverTheRcode_T066() {
        List<ResourceRecord> alias = List.of(cname("t.lab", "www.lab"));
        assertThat(outcomeOf(reply(AA, alias, NOTHING))).isEqualTo(Outcome.CNAME);
        assertThat(outcomeOf(reply(AA | 3, alias, NOTHING))).isEqualTo(Outcome.CNAME);
    }

    @Test
    void otherResponseCodesAreLame_T068() {
        assertThat(outcomeOf(rcode(9))).isEqualTo(Outcome.NOTAUTH);
        assertThat(outcomeOf(rcode(4))).isEqualTo(Outcome.NOTIMP);
        assertThat(outcomeOf(rcode(6))).isEqualTo(Outcome.RCODE_OTHER);
        assertThat(outcomeOf(rcode(1))).isEqualTo(Outcome.FORMERR);
        assertThat(outcomeOf(rcode(2))).isEqualTo(Outcome.SERVFAIL);
        Edns badVersion = new Edns(1232, 0, 1, null, null, -1, List.of());
        assertThat(outcomeOf(with(badVersion, rcode(0)))).isEqualTo(Outcome.RCODE_OTHER);
    }

    @Test
    void whatCannotBeReadIsMalformed_T069() {
        assertThat(new Script(silence(Silence.MALFORMED)).probe(ChildNs.ONE).outcome())
                .isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void silenceIsNeverLame() {
        assertThat(new Script(silence(Silence.TIMED_OUT)).probe(ChildNs.ONE).outcome())
                .isEqualTo(Outcome.TIMEOUT);
        assertThat(new Script(silence(Silence.NETWORK_ERROR)).probe(ChildNs.ONE).outcome())
                .isEqualTo(Outcome.NETWORK_ERROR);
        assertThat(new Script(silence(Silence.CIRCUIT_OPEN)).probe(ChildNs.ONE).outcome())
                .isEqualTo(Outcome.SKIPPED_UNRESPONSIVE);
    }

    @Test
    void anAddressThatIsLeftAloneSaysSinceWhen() {
        long when = Instant.parse("2026-11-20T10:00:05Z").getEpochSecond() * 1_000_000_000;
        Observation seen = new Script(new Answer.NoReply(Silence.CIRCUIT_OPEN, Course.UNSENT, when)).probe(ChildNs.ONE);
        assertThat(seen.outcome()).isEqualTo(Outcome.SKIPPED_UNRESPONSIVE);
        assertThat(seen.error()).isEqualTo("stopped answering at 2026-11-20T10:00:05Z");
    }

    @Test
    void truncationThatTcpDoesNotMendIsTruncated_T081() {
        Observation seen = new Script(silence(Silence.TRUNCATED, Course.Oddity.TRUNCATED, Course.Oddity.TCP_FAILED))
                .probe(ChildNs.ONE);
        assertThat(seen.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(seen.flags()).containsExactlyInAnyOrder("truncated-soa", "tcp-failed");
    }

    @Test
    void theLargestSerialIsNeverNegative_T076() {
        assertThat(probe(saying(0xffff_ffffL)).soa().serial().value()).isEqualTo(4294967295L);
    }

    @Test
    void zoneversionIsComparedWithTheSoaOfTheSameMessage_T088() {
        assertThat(probe(with(zoneVersion(2, 7), saying(7))).flags()).isEmpty();
        assertThat(probe(with(zoneVersion(2, 8), saying(7))).flags()).containsExactly("zoneversion-differs");
    }

    @Test
    void zoneversionOfAnotherZoneIsDropped() {
        Observation seen = probe(with(zoneVersion(1, 8), saying(7)));
        assertThat(seen.flags()).isEmpty();
        assertThat(seen.edns().zoneVersion()).isNull();
    }

    @Test
    void noDataWithSoaAndNsInAuthorityIsNoReferral_T162() {
        assertThat(outcomeOf(reply(AA, NOTHING, List.of(ns("t.lab", "ns1.t.lab"), soa("t.lab", 7)))))
                .isEqualTo(Outcome.NO_SOA);
    }

    @Test
    void theNsSetBesideTheSoaComesForFree() {
        Script script = new Script(answer(reply(AA, List.of(soa("t.lab", 7)), List.of(ns("t.lab", "ns1.t.lab")))));
        assertThat(script.probe(ChildNs.ALL).apexNs()).containsExactly(DomainName.parse("ns1.t.lab"));
        assertThat(script.asked).containsExactly(DnsRecordType.SOA.intValue());
    }

    @Test
    void everyServerIsAskedForTheNsSetOnlyWhereThatIsWanted() {
        Answer set = answer(reply(AA, List.of(ns("t.lab", "ns1.t.lab")), NOTHING));
        Script all = new Script(answer(saying(7)), set);
        assertThat(all.probe(ChildNs.ALL).apexNs()).containsExactly(DomainName.parse("ns1.t.lab"));
        assertThat(all.asked).containsExactly(DnsRecordType.SOA.intValue(), DnsRecordType.NS.intValue());
        Script one = new Script(answer(saying(7)), set);
        assertThat(one.probe(ChildNs.ONE).apexNs()).isNull();
    }

    @Test
    void anAddressThatMustNotBeAskedIsNotAsked() {
        List<Observation> seen = new ArrayList<>();
        ZoneProber prober = new ZoneProber(manner(), ChildNs.ONE, server -> Outcome.SKIPPED_SPECIAL);
        prober.probe(
                ZONE, SERVER, (question, server, done) -> assertThat(question).isNull(), seen::add);
        assertThat(seen).extracting(Observation::outcome).containsExactly(Outcome.SKIPPED_SPECIAL);
    }

    @Test
    void dataHashesIgnoreOrderAndTimeToLive() {
        assertThat(dataHash(address(1, 60), address(2, 60)))
                .isNotNull()
                .isEqualTo(dataHash(address(2, 90), address(1, 60)))
                .isNotEqualTo(dataHash(address(1, 60)));
    }

    private static ResourceRecord address(int last, long ttl) {
        byte[] octets = {(byte) 192, 0, 2, (byte) last};
        return new ResourceRecord.Address(ZONE, DnsRecordType.A.intValue(), ttl, octets);
    }

    private static String dataHash(ResourceRecord... records) {
        List<Observation> seen = new ArrayList<>();
        DnsExchange exchange = (question, server, done) -> done.accept(answer(reply(AA, List.of(records), NOTHING)));
        new DataQuery(List.of(1)).complete(ZONE, probe(saying(7)), exchange, seen::add);
        return seen.get(0).kept().dataHash();
    }

    private static Edns zoneVersion(int labels, long serial) {
        return new Edns(1232, 0, 0, null, new Edns.ZoneVersion(labels, serial), -1, List.of());
    }

    private static Manner manner() {
        return Manner.authoritative(Purpose.PROBE);
    }

    private static Outcome outcomeOf(DnsMessage reply) {
        return probe(reply).outcome();
    }

    private static Observation probe(DnsMessage reply) {
        return new Script(answer(reply)).probe(ChildNs.ONE);
    }

    /** A server that answers as written, one answer for each question. */
    private static final class Script implements DnsExchange {

        private final Answer[] answers;
        private final List<Integer> asked = new ArrayList<>();

        Script(Answer... answers) {
            this.answers = answers;
        }

        @Override
        public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
            asked.add(question.type());
            done.accept(answers[asked.size() - 1]);
        }

        Observation probe(ChildNs childNs) {
            List<Observation> seen = new ArrayList<>();
            new ZoneProber(manner(), childNs, SkipRule.NONE).probe(ZONE, SERVER, this, seen::add);
            assertThat(seen).hasSize(1);
            return seen.get(0);
        }
    }
}
