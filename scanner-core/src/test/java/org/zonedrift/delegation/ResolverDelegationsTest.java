package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Manner.Recursion;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;

class ResolverDelegationsTest {

    private static final String ONE = "192.0.2.201";
    private static final String TWO = "192.0.2.202";
    private static final String THREE = "192.0.2.203";
    private static final String FOUR = "192.0.2.204";

    private final SmallLab lab = new SmallLab("lame.lab NS ns.lame.lab", "ns.lame.lab A 192.0.2.9");

    private Delegation find(String zone, String... resolvers) {
        return find(
                zone,
                new ResolverFleet(
                        List.of(resolvers).stream().map(SmallLab::address).toList()));
    }

    private Delegation find(String zone, ResolverFleet fleet) {
        AtomicReference<Delegation> found = new AtomicReference<>();
        new ResolverDelegations(fleet, lab.delegations)
                .find(DomainName.parse(zone), lab.internet)
                .subscribe(found::set);
        lab.lane.runOut();
        return found.get();
    }

    private static TinyInternet.Speech saying(String... answers) {
        List<ResourceRecord> records =
                List.of(answers).stream().map(TinyInternet::record).toList();
        return question -> question.name().toString().endsWith("invalid")
                ? TinyInternet.rcode(3)
                : TinyInternet.reply(0x0080, 0, records, List.of(), List.of());
    }

    private static TinyInternet.Speech soa(String apex, int rcode) {
        List<ResourceRecord> soa = List.of(TinyInternet.soa(DomainName.parse(apex)));
        return question -> TinyInternet.reply(0x0080, rcode, List.of(), soa, List.of());
    }

    private static TinyInternet.Speech rcode(int rcode) {
        return question -> TinyInternet.rcode(rcode);
    }

    @Test
    void aZoneHasItsOwnSetAndTheParentsStaysUnknown() {
        lab.internet.server(ONE, saying("a.lab NS ns1.a.lab", "a.lab NS ns2.a.lab"));

        Delegation found = find("a.lab", ONE);

        assertThat(found.standing()).isEqualTo(Standing.DELEGATED);
        assertThat(found.parentNs()).isNull();
        assertThat(found.childNs()).hasSize(2);
        assertThat(found.source().method()).isEqualTo(Method.RESOLVER);
        assertThat(found.source().resolver()).isEqualTo(ONE + ":53");
    }

    @Test
    void T120_checkingIsSwitchedOff() {
        AtomicReference<Recursion> asked = new AtomicReference<>();
        lab.internet.server(ONE, question -> {
            asked.set(question.manner().recursion());
            return saying("a.lab NS ns1.a.lab").apply(question);
        });

        find("a.lab", ONE);

        assertThat(asked.get()).isEqualTo(Recursion.DESIRED_UNCHECKED);
    }

    @Test
    void aliasesInsideNamesAndDenialsAreToldApart() {
        lab.internet.server(ONE, saying("a.lab CNAME b.lab"));
        assertThat(find("a.lab", ONE).standing()).isEqualTo(Standing.CNAME);

        lab.internet.server(ONE, saying("old.lab DNAME new.lab", "a.old.lab CNAME a.new.lab"));
        assertThat(find("a.old.lab", ONE).standing()).isEqualTo(Standing.DNAME);

        lab.internet.server(ONE, soa("lab", 0));
        assertThat(find("www.lab", ONE).standing()).isEqualTo(Standing.INSIDE_ZONE);
        assertThat(find("www.lab", ONE).source().enclosingZone()).isEqualTo(DomainName.parse("lab"));

        lab.internet.server(ONE, soa("lab", 3));
        assertThat(find("gone.lab", ONE).standing()).isEqualTo(Standing.DENIED_BY_RESOLVER);
    }

    @Test
    void T119_whatResolversFailAtIsAskedOfTheParent() {
        lab.internet.server(ONE, rcode(2)).server(TWO, rcode(2));

        Delegation found = find("lame.lab", ONE, TWO);

        assertThat(found.standing()).isEqualTo(Standing.DELEGATED);
        assertThat(found.parentNs()).containsExactly(DomainName.parse("ns.lame.lab"));
        assertThat(found.source().method()).isEqualTo(Method.RESOLVER_THEN_ITERATIVE);
        assertThat(found.source().rcode()).isEqualTo("SERVFAIL");
    }

    @Test
    void whereTheRootsAreOutOfReachAFailureStaysAFailure() {
        lab.internet.server(ONE, rcode(2)).server(SmallLab.ROOT_SERVER, question -> TinyInternet.silence());

        assertThat(find("lame.lab", ONE).standing()).isEqualTo(Standing.RESOLVER_SERVFAIL);
    }

    @Test
    void threeDistinctResolversAreAskedAndNoMore() {
        for (String resolver : List.of(ONE, TWO, THREE, FOUR)) {
            lab.internet.server(resolver, rcode(5));
        }

        Delegation found = find("a.lab", ONE, TWO, THREE, FOUR);

        assertThat(found.standing()).isEqualTo(Standing.RESOLVER_REFUSED);
        long asked = List.of(ONE, TWO, THREE, FOUR).stream()
                .filter(resolver -> lab.internet.heardBy(resolver).contains("a.lab NS"))
                .count();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void silentResolversAreATimeout() {
        assertThat(find("a.lab", ONE, TWO).standing()).isEqualTo(Standing.RESOLVER_TIMEOUT);
    }

    @Test
    void aNameAtWhichAWellResolverFallsSilentIsAskedOfTheParent() {
        TinyInternet.Speech silentAtOne = question -> question.name().equals(DomainName.parse("lame.lab"))
                ? TinyInternet.silence()
                : saying("a.lab NS ns1.a.lab").apply(question);
        lab.internet.server(ONE, silentAtOne);
        ResolverFleet fleet = new ResolverFleet(List.of(SmallLab.address(ONE)));

        assertThat(find("a.lab", fleet).source().method()).isEqualTo(Method.RESOLVER);
        Delegation found = find("lame.lab", fleet);

        assertThat(found.standing()).isEqualTo(Standing.DELEGATED);
        assertThat(found.source().method()).isEqualTo(Method.RESOLVER_THEN_ITERATIVE);
    }

    @Test
    void anAnswerThatTellsNothingIsNotBelievedAndTheParentAsked() {
        lab.internet.server(ONE, question -> TinyInternet.reply(0x0080, 0, List.of(), List.of(), List.of()));
        lab.internet.server(TWO, rcode(6));

        assertThat(find("lame.lab", ONE, TWO).source().method()).isEqualTo(Method.RESOLVER_THEN_ITERATIVE);
    }

    @Test
    void aResolverThatSlowsDownGetsLess() {
        ResolverFleet fleet = new ResolverFleet(
                List.of(ONE, TWO).stream().map(SmallLab::address).toList());
        int[] asked = new int[2];
        for (int i = 0; i < 2_000; i++) {
            Resolver picked = fleet.pick(DomainName.parse("z" + i + ".lab"), Set.of());
            boolean isSlow = picked.address().equals(SmallLab.address(TWO));
            picked.served(isSlow ? 2_000_000_000L : 10_000_000L);
            asked[isSlow ? 1 : 0] += i < 1_000 ? 0 : 1;
        }

        assertThat(asked[1]).isBetween(1, asked[0] * 7 / 10);
    }

    @Test
    void theLoadSpreadsAndASickResolverGetsLess() {
        TinyInternet.Speech well =
                question -> saying(question.name() + " NS ns.z.lab").apply(question);
        List<ResourceRecord> lie = List.of(TinyInternet.record("x.invalid A 192.0.2.1"));
        TinyInternet.Speech lying = question -> TinyInternet.reply(0x0080, 0, lie, List.of(), List.of());
        lab.internet.server(ONE, well).server(TWO, well).server(THREE, rcode(5)).server(FOUR, lying);
        ResolverFleet fleet = new ResolverFleet(
                List.of(ONE, TWO, THREE, FOUR).stream().map(SmallLab::address).toList());
        ResolverDelegations delegations = new ResolverDelegations(fleet, lab.delegations);

        IntStream.range(0, 1_000).forEach(i -> {
            delegations.find(DomainName.parse("z" + i + ".lab"), lab.internet).subscribe();
            lab.lane.runOut();
        });

        int one = lab.internet.heardBy(ONE).size();
        int two = lab.internet.heardBy(TWO).size();
        assertThat(one).isBetween(two * 8 / 10, two * 12 / 10);
        assertThat(lab.internet.heardBy(THREE).size()).isLessThan(one / 5);
        assertThat(lab.internet.heardBy(FOUR).size()).isLessThan(one / 5);
    }

    @Test
    void hostsAreLookedUpThroughResolversToo() {
        lab.internet.server(
                ONE,
                question -> question.type() == 1
                        ? saying("ns.other.net CNAME real.other.net", "real.other.net A 192.0.2.77")
                                .apply(question)
                        : soa("other.net", 0).apply(question));
        ResolverFleet fleet = new ResolverFleet(List.of(SmallLab.address(ONE)));
        LaneBook book = lab.shared.asking(fleet).on(lab.lane, lab.internet);
        AtomicReference<Whereabouts> found = new AtomicReference<>();

        book.lookUp(DomainName.parse("ns.other.net"), found::set);
        lab.lane.runOut();

        assertThat(found.get().addresses())
                .extracting(address -> address.host())
                .containsExactly("192.0.2.77");
        assertThat(found.get().flags()).containsExactly(HostFlag.IS_CNAME);
        assertThat(lab.internet.heardBy(SmallLab.ROOT_SERVER)).isEmpty();
    }

    private Whereabouts lookUp(String host, SmallLab from) {
        AtomicReference<Whereabouts> found = new AtomicReference<>();
        ResolverFleet fleet = new ResolverFleet(List.of(SmallLab.address(ONE)));
        from.shared.asking(fleet).on(from.lane, from.internet).lookUp(DomainName.parse(host), found::set);
        from.lane.runOut();
        return found.get();
    }

    @Test
    void aHostAtWhichResolversFailIsAskedOfItsOwnServers() {
        for (TinyInternet.Speech failing : List.of(rcode(2), saying())) {
            SmallLab small = new SmallLab("half.lab NS ns1.half.lab", "ns1.half.lab A 192.0.2.1");
            small.internet.zone("half.lab", "192.0.2.1", "half.lab NS ns1.half.lab", "ns1.half.lab A 192.0.2.1");
            small.internet.server(ONE, failing);

            Whereabouts found = lookUp("ns1.half.lab", small);

            assertThat(found.addresses()).containsExactly(SmallLab.address("192.0.2.1"));
            assertThat(HostFlag.published(found.flags())).isEmpty();
        }
    }

    @Test
    void aResolverThatDeniesOrRefusesAHostIsTakenAtItsWord() {
        for (TinyInternet.Speech word : List.of(rcode(3), rcode(5), soa("lab", 0))) {
            SmallLab small = new SmallLab("half.lab NS ns1.half.lab", "ns1.half.lab A 192.0.2.1");
            small.internet.server(ONE, word);

            assertThat(lookUp("ns1.half.lab", small).addresses()).isEmpty();
            assertThat(small.internet.heardBy(SmallLab.ROOT_SERVER)).isEmpty();
        }
    }
}
