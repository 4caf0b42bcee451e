package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonedrift.verdict.Situation.seen;
import static org.zonedrift.verdict.Situation.soa;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.SoaRecord;

/** When the flags about the delegation are raised, and when they are not. */
class DelegationFlagsTest {

    private static final SoaRecord SOA = soa("ns1.t.lab", "hostmaster.t.lab", 2024010102);

    private static final List<Flag> SETS = List.of(
            Flag.NS_PARENT_CHILD_DIFFER, Flag.NS_PARENT_CHILD_DISJOINT, Flag.NS_PARENT_ONLY, Flag.NS_CHILD_ONLY);

    private static final List<Flag> TROUBLES =
            List.of(Flag.NS_UNRESOLVABLE, Flag.NS_IS_CNAME, Flag.NS_IS_IP_LITERAL, Flag.NS_NOT_PUBLIC_NAME);

    /** The parent's set is ns1 and ns2; what the child says, and which flags follow. */
    @ParameterizedTest
    @CsvSource({
        "ns1 ns2, ''",
        "ns1, NS_PARENT_CHILD_DIFFER NS_PARENT_ONLY",
        "ns1 ns2 ns3, NS_PARENT_CHILD_DIFFER NS_CHILD_ONLY",
        "ns1 ns3, NS_PARENT_CHILD_DIFFER NS_PARENT_ONLY NS_CHILD_ONLY",
        "ns3, NS_PARENT_CHILD_DIFFER NS_PARENT_CHILD_DISJOINT NS_PARENT_ONLY NS_CHILD_ONLY"
    })
    void theSetsOfParentAndChildAreCompared(String child, String flags) {
        Judgement judgement = Situation.of("t.lab")
                .sees("ns1.t.lab", naming("192.0.2.1", child))
                .says("ns2.t.lab", "198.51.100.1", SOA)
                .judged();
        assertThat(raised(judgement, SETS)).isEqualTo(flags(flags));
        assertThat(judgement.raises(Flag.CHILD_NS_DIFFER)).isFalse();
    }

    @Test
    void whereTheChildSaysNothingNothingIsCompared() {
        assertThat(raised(Situation.showing(5, 5).judged(), SETS)).isEmpty();
    }

    @Test
    void serversThatNameDifferentSetsAreTold() {
        Situation zone = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", SOA)
                .sees("ns2.t.lab", naming("198.51.100.1", "ns1 ns2"));
        assertThat(zone.sees("ns3.t.lab", naming("203.0.113.1", "ns1 ns2"))
                        .judged()
                        .raises(Flag.CHILD_NS_DIFFER))
                .isFalse();
        assertThat(zone.sees("ns4.t.lab", naming("203.0.113.2", "ns1 ns3"))
                        .judged()
                        .raises(Flag.CHILD_NS_DIFFER))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aServerWithoutAddressIsToldByItsTrouble(Trouble trouble) {
        Judgement judgement = Situation.of("t.lab")
                .says("ns1.t.lab", "192.0.2.1", SOA)
                .hasNoAddress("ns2.t.lab", trouble)
                .judged();
        Set<Flag> expected = switch (trouble) {
            case NXDOMAIN, NODATA, SERVFAIL, TIMEOUT -> Set.of(Flag.NS_UNRESOLVABLE);
            case CNAME -> Set.of(Flag.NS_IS_CNAME);
            case IP_LITERAL -> Set.of(Flag.NS_IS_IP_LITERAL);
            case NOT_PUBLIC -> Set.of(Flag.NS_NOT_PUBLIC_NAME);
            case CAPPED -> Set.of();
        };
        assertThat(raised(judgement, TROUBLES)).isEqualTo(expected);
        assertThat(judgement.raises(Flag.NS_COUNT_CAPPED)).isEqualTo(trouble == Trouble.CAPPED);
        assertThat(raised(Situation.showing(5, 5).judged(), TROUBLES)).isEmpty();
    }

    @Test
    void anAddressThatNobodyMayAskIsTold() {
        Situation zone = Situation.showing(5, 5);
        assertThat(zone.judged().raises(Flag.NS_SPECIAL_ADDRESS)).isFalse();
        assertThat(zone.fails("ns3.t.lab", "10.0.0.1", Outcome.SKIPPED_SPECIAL)
                        .judged()
                        .raises(Flag.NS_SPECIAL_ADDRESS))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1 192.0.2.254, true",
        "192.0.2.1 192.0.3.1, false",
        "2001:db8:1::1 2001:db8:1:ffff::1, true",
        "2001:db8:1::1 2001:db8:2::1, false",
        "192.0.2.1 2001:db8:1::1, true",
        "192.0.2.1 2001:db8:1::1 2001:db8:2::1, false",
        "192.0.2.1 2001:db8:1::1 192.0.3.1, false"
    })
    void serversOfOnePrefixOfEachFamilyAreTold(String addresses, boolean told) {
        Situation zone = Situation.of("t.lab");
        List<String> all = List.of(addresses.split(" "));
        all.forEach(address -> zone.says("ns" + all.indexOf(address) + ".t.lab", address, SOA));
        assertThat(zone.judged().raises(Flag.SINGLE_PREFIX)).isEqualTo(told);
    }

    @Test
    void aZoneWithoutAddressesHasNoPrefixAndNoOperator() {
        Judgement judgement = Situation.of("t.lab")
                .hasNoAddress("ns1.t.lab", Trouble.NXDOMAIN)
                .judged();
        assertThat(raised(judgement, List.of(Flag.SINGLE_PREFIX, Flag.SINGLE_ADDRESS, Flag.SINGLE_OPERATOR)))
                .isEmpty();
        assertThat(judgement.raises(Flag.SINGLE_NS)).isTrue();
    }

    @Test
    void whoRunsTheServersIsOneOrSeveral() {
        List<Flag> who = List.of(Flag.SINGLE_OPERATOR, Flag.MULTI_OPERATOR, Flag.MULTI_SOURCE);
        assertThat(raised(Situation.showing(5, 5).judged(), who)).containsExactly(Flag.SINGLE_OPERATOR);
        Judgement two = Situation.of("t.lab")
                .says("ns1.prova.lab", "192.0.2.1", soa("ns1.prova.lab", "dns.prova.lab", 2024010101))
                .says("ns1.provb.lab", "198.51.100.1", soa("ns1.provb.lab", "dns.provb.lab", 2024010102))
                .judged();
        assertThat(raised(two, who)).containsExactlyInAnyOrder(Flag.MULTI_OPERATOR, Flag.MULTI_SOURCE);
    }

    @Test
    void oneAddressUnderTwoNamesIsShared() {
        Situation zone = Situation.showing(5, 5);
        assertThat(zone.judged().raises(Flag.NS_SHARED_ADDRESS)).isFalse();
        zone.locates("ns3.t.lab", Situation.address("192.0.1.1"));
        assertThat(zone.judged().raises(Flag.NS_SHARED_ADDRESS)).isTrue();
    }

    private static Observation naming(String address, String hosts) {
        Observation plain = seen(address, Outcome.OK, SOA);
        Set<DomainName> names = Arrays.stream(hosts.split(" "))
                .map(host -> DomainName.parse(host + ".t.lab"))
                .collect(Collectors.toSet());
        return new Observation(
                plain.server(),
                plain.outcome(),
                plain.rcode(),
                plain.authoritative(),
                plain.recursionAvailable(),
                plain.soa(),
                names,
                plain.edns(),
                plain.size(),
                plain.course(),
                plain.flags(),
                plain.error(),
                plain.kept());
    }

    private static Set<Flag> raised(Judgement judgement, List<Flag> wanted) {
        return wanted.stream().filter(judgement::raises).collect(Collectors.toSet());
    }

    private static Set<Flag> flags(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(Flag::valueOf).collect(Collectors.toSet());
    }
}
