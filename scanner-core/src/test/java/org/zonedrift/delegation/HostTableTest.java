package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.ServerAddress;

class HostTableTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_795_168_800L * SECOND;

    private final HostTable table = new HostTable(53, HostTable.OCTETS_MAX);

    private static DomainName host(int number) {
        return DomainName.parse("ns" + number + ".provider" + number % 977 + ".example");
    }

    private static Whereabouts at(int number, long ttl) {
        List<ServerAddress> addresses = List.of(
                ServerAddress.of(new byte[] {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number}, 53),
                SmallLab.address("2001:db8::" + Integer.toHexString(number & 0xffff)));
        return new Whereabouts(addresses, null, EnumSet.noneOf(HostFlag.class), ttl);
    }

    @Test
    void whatWasLearntIsFoundUntilItExpires() {
        table.learn(host(1), at(1, 100), NOW);

        assertThat(table.find(host(1), NOW + 99 * SECOND)).isEqualTo(at(1, 1));
        assertThat(table.find(host(1), NOW + 100 * SECOND)).isNull();
        assertThat(table.find(host(2), NOW)).isNull();
    }

    @Test
    void troubleAndFlagsAreKept() {
        Whereabouts gone = Whereabouts.nowhere(Trouble.NXDOMAIN, EnumSet.allOf(HostFlag.class), 60);

        table.learn(host(1), gone, NOW);

        assertThat(table.find(host(1), NOW)).isEqualTo(gone);
    }

    @Test
    void aFailureIsKeptLongerEachTime() {
        Whereabouts failure = Whereabouts.nowhere(Trouble.TIMEOUT, HostFlag.none(), 0);

        long now = NOW;
        for (long seconds : new long[] {20, 40, 80, 160, 300, 300}) {
            table.learn(host(1), failure, now);
            assertThat(table.find(host(1), now + (seconds - 1) * SECOND)).isNotNull();
            now += seconds * SECOND;
            assertThat(table.find(host(1), now)).isNull();
        }

        table.learn(host(1), at(1, 60), now);
        table.learn(host(1), failure, now);
        assertThat(table.find(host(1), now + 20 * SECOND)).isNull();
    }

    @Test
    void aFullTableForgetsTheHostsThatNobodyAskedFor() {
        HostTable small = new HostTable(53, 64 * 2 * 4_096);
        small.learn(host(0), at(0, 3600), NOW);

        for (int i = 1; i < 100_000; i++) {
            small.learn(host(i), at(i, 3600), NOW);
            assertThat(small.find(host(0), NOW)).as("in use").isNotNull();
        }

        assertThat(small.find(host(1), NOW)).isNull();
        assertThat(small.find(host(99_999), NOW)).isNotNull();
        assertThat(small.footprint()).isLessThan(64 * 2 * (65_536 + 2_048));
    }

    @Test
    void itAgreesWithAMapWhateverTheOrder() {
        Map<DomainName, Whereabouts> expected = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            int number = random.nextInt(20_000);
            Whereabouts where = at(random.nextInt(1 << 20), 3600);
            table.learn(host(number), where, NOW);
            expected.put(host(number), where);
        }

        expected.forEach((host, where) -> assertThat(table.find(host, NOW)).isEqualTo(where));
        assertThat(table.hosts()).isEqualTo(expected.size());
    }
}
