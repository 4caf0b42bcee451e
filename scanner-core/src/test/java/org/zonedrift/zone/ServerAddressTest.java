package org.zonedrift.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

    private static final LimitGroup OPERATOR = LimitGroup.operator("someone");

    @Test
    void anAddressIsItsOctetsAndItsPort() {
        ServerAddress address = address("192.0.2.1", 53);
        assertThat(address).isEqualTo(address("192.0.2.1", 53)).hasSameHashCodeAs(address("192.0.2.1", 53));
        assertThat(address.in(OPERATOR)).isEqualTo(address);
        assertThat(address).isNotEqualTo(address("192.0.2.1", 54)).isNotEqualTo(address("192.0.2.2", 53));
        assertThat(address.hashCode()).isNotEqualTo(address("192.0.2.1", 54).hashCode());
        assertThat(address).isNotEqualTo(null);
        assertThatThrownBy(() -> ServerAddress.of(new byte[5], 53)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOctetsAreItsOwn() {
        byte[] octets = {(byte) 192, 0, 2, 1};
        ServerAddress address = ServerAddress.of(octets, 53);
        octets[3] = 9;
        assertThat(address).hasToString("192.0.2.1:53");
    }

    @Test
    void bothFamiliesAreWrittenWithTheirPort() {
        ServerAddress six = address("2001:db8::1", 5353);
        assertThat(six).hasToString("[2001:db8::1]:5353");
        assertThat(six.host()).isEqualTo("2001:db8::1");
        assertThat(six.family()).isEqualTo(AddressFamily.IPV6);
        assertThat(six.socketAddress().getPort()).isEqualTo(5353);
        assertThat(address("192.0.2.1", 53).family()).isEqualTo(AddressFamily.IPV4);
    }

    @Test
    void anIpv4AddressMappedIntoIpv6StaysIpv6() {
        ServerAddress mapped = address("::ffff:192.0.2.1", 53);
        assertThat(mapped.family()).isEqualTo(AddressFamily.IPV6);
        assertThat(mapped.socketAddress().getAddress().getAddress()).hasSize(16);
    }

    @Test
    void theOrderIsByFamilyThenOctetsThenPort() {
        List<ServerAddress> inOrder =
                List.of(address("9.0.0.1", 53), address("9.0.0.1", 54), address("200.0.0.1", 53), address("::1", 53));
        for (int i = 0; i < inOrder.size(); i++) {
            for (int j = 0; j < inOrder.size(); j++) {
                assertThat(Integer.signum(inOrder.get(i).compareTo(inOrder.get(j))))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void addressesCompareAsTheirOctetsDo() {
        SplittableRandom random = new SplittableRandom(7);
        List<byte[]> octets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            octets.add(octets(i % 2 == 0 ? 4 : 16, random));
        }
        for (byte[] one : octets) {
            for (byte[] other : octets) {
                ServerAddress address = ServerAddress.of(one, 53);
                int expected = one.length != other.length
                        ? Integer.compare(one.length, other.length)
                        : Arrays.compareUnsigned(one, other);
                assertThat(Integer.signum(address.compareTo(ServerAddress.of(other, 53))))
                        .isEqualTo(Integer.signum(expected));
                assertThat(address.equals(ServerAddress.of(other, 53))).isEqualTo(expected == 0);
                InetSocketAddress place = ServerAddress.of(other, 53).socketAddress();
                assertThat(address.isAt(place)).isEqualTo(expected == 0);
            }
        }
    }

    /** Of few different ones, so that many of them agree in part. */
    private static byte[] octets(int count, SplittableRandom random) {
        byte[] octets = new byte[count];
        Arrays.fill(octets, (byte) random.nextInt(-1, 1));
        octets[random.nextInt(count)] = (byte) random.nextInt(-1, 2);
        return octets;
    }

    @Test
    void aPlaceIsAServersWhereAddressAndPortAre() {
        ServerAddress server = address("192.0.2.1", 53);
        assertThat(server.isAt(new InetSocketAddress("192.0.2.1", 53))).isTrue();
        assertThat(server.isAt(new InetSocketAddress("192.0.2.1", 54))).isFalse();
        assertThat(server.isAt(InetSocketAddress.createUnresolved("192.0.2.1", 53)))
                .isFalse();
    }

    @Test
    void anAddressSharesTheLimitsOfItsPrefixUnlessItWasGivenAGroup() {
        ServerAddress four = address("192.0.2.1", 53);
        assertThat(four.limitGroup()).isEqualTo(new LimitGroup(LimitGroup.Kind.PREFIX, "192.0.2.0/24"));
        assertThat(address("2001:db8:1:2::3", 53).limitGroup())
                .isEqualTo(new LimitGroup(LimitGroup.Kind.PREFIX, "2001:db8:1::/48"));
        assertThat(four.in(OPERATOR).limitGroup()).isEqualTo(OPERATOR);
        assertThat(four.isGroupedLike(address("198.51.100.1", 53))).isTrue();
        assertThat(four.isGroupedLike(four.in(OPERATOR))).isFalse();
        assertThat(LimitGroup.parent(four)).isEqualTo(new LimitGroup(LimitGroup.Kind.PARENT, "192.0.2.1"));
        assertThat(LimitGroup.resolver(four)).isEqualTo(new LimitGroup(LimitGroup.Kind.RESOLVER, "192.0.2.1:53"));
    }

    @ParameterizedTest
    @CsvSource({
        "0:0:1:0:0:0:0:1, 0:0:1::1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:0:2:3:0:0:4, 1::2:3:0:0:4",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "255.254.0.127, 255.254.0.127"
    })
    void theFirstOfTheLongestRunsOfZerosIsLeftOut(String text, String written) {
        assertThat(AddressText.write(octets(text))).isEqualTo(written);
    }

    @Test
    void serversKeepTheirAddressesInOrder() {
        NameServer.Located one = located("192.0.2.1");
        NameServer.Located two = located("192.0.2.2");
        NameServer server = new NameServer(
                DomainName.parse("ns.lab"), NameServer.Listed.PARENT, Arrays.asList(two, one), null, Set.of());
        assertThat(server.addresses()).containsExactly(one, two);
        assertThat(server.at(List.of(two)).addresses()).containsExactly(two);
        assertThat(server.listedBy(NameServer.Listed.BOTH).listed()).isEqualTo(NameServer.Listed.BOTH);
    }

    @Test
    void aServerThatIsFoundAfterAllHasNoTrouble() {
        NameServer server = new NameServer(
                DomainName.parse("ns.lab"), NameServer.Listed.PARENT, List.of(), NameServer.Trouble.TIMEOUT, Set.of());
        assertThat(server.at(List.of()).trouble()).isEqualTo(NameServer.Trouble.TIMEOUT);
        assertThat(server.at(List.of(located("192.0.2.1"))).trouble()).isNull();
    }

    @Test
    void aNegativeAnswerIsKeptForTheShorterOfTwoTimes() {
        DomainName name = DomainName.parse("ns.lab");
        assertThat(new SoaRecord(name, name, SerialNumber.of(1), 1, 1, 1, 300, 60).negativeTtl())
                .isEqualTo(60);
        assertThat(new SoaRecord(name, name, SerialNumber.of(1), 1, 1, 1, 30, 60).negativeTtl())
                .isEqualTo(30);
    }

    private static NameServer.Located located(String address) {
        return new NameServer.Located(address(address, 53), NameServer.AddressSource.GLUE);
    }

    private static ServerAddress address(String text, int port) {
        return ServerAddress.of(octets(text), port);
    }

    private static byte[] octets(String text) {
        return AddressText.parse(text).orElseThrow();
    }
}
