package org.zonedrift.delegation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.NameServer.Located;

class FamiliarServersTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_795_168_800L * SECOND;
    private static final DomainName HOST = DomainName.parse("ns1.provider.lab");

    private final FamiliarServers servers = new FamiliarServers();

    private static NameServer server(Listed side) {
        Located located = new Located(SmallLab.address("192.0.2.1"), AddressSource.AUTH);
        return new NameServer(HOST, side, List.of(located), null, Set.of());
    }

    @Test
    void aServerIsHadAgainForAMomentAndNoLonger() {
        NameServer server = server(Listed.PARENT);
        servers.keep(server, NOW, 3_600);

        assertThat(requireNonNull(servers.find(HOST, Listed.PARENT, NOW + 29 * SECOND))
                        .server())
                .isSameAs(server);
        assertThat(servers.find(HOST, Listed.PARENT, NOW + 31 * SECOND)).isNull();
    }

    @Test
    void noServerIsKeptLongerThanItsAddressesMayBeBelieved() {
        servers.keep(server(Listed.PARENT), NOW, 5);

        assertThat(servers.find(HOST, Listed.PARENT, NOW + 4 * SECOND)).isNotNull();
        assertThat(servers.find(HOST, Listed.PARENT, NOW + 5 * SECOND)).isNull();
    }

    @Test
    void aServerThatTheOtherSideListsIsAnother() {
        servers.keep(server(Listed.PARENT), NOW, 3_600);

        assertThat(servers.find(HOST, Listed.CHILD, NOW)).isNull();
        assertThat(servers.find(DomainName.parse("ns2.provider.lab"), Listed.PARENT, NOW))
                .isNull();
    }

    /** It is counted, not timed: nearly every server of a big scan is found so. */
    @Test
    void toHaveAServerAgainAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        servers.keep(server(Listed.PARENT), NOW, 3_600);
        servers.find(HOST, Listed.PARENT, NOW);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            servers.find(HOST, Listed.PARENT, NOW);
        }
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 10_000).isZero();
    }
}
