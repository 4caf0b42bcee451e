package org.zonedrift.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.option.Addresses;
import org.zonedrift.fleet.Resolver;

/** Whom nobody may press, and what this machine owns up to. */
class PublicResolversTest {

    private static List<Resolver> fleet(String... addresses) {
        return List.of(addresses).stream()
                .map(text -> new Resolver(text, Addresses.parse(text, 53)))
                .toList();
    }

    @Test
    void resolversThatServeThePublicAreNotPressed() {
        assertThatThrownBy(() -> PublicResolvers.protect(fleet("192.0.2.1", "8.8.8.8"), 101))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("8.8.8.8")
                .hasMessageContaining("--i-have-permission");
        assertThatThrownBy(() -> PublicResolvers.protect(fleet("[2606:4700:4700:0::1111]:5353"), 200))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatAHouseholdAsksIsNoLoadTest() {
        assertThatCode(() -> PublicResolvers.protect(fleet("8.8.8.8"), 100)).doesNotThrowAnyException();
        assertThatCode(() -> PublicResolvers.protect(fleet("192.0.2.1"), 1_000_000))
                .doesNotThrowAnyException();
    }

    @Test
    void theKernelsCountersAreReadByTheirHeadings() {
        List<String> table = List.of(
                "Ip: Forwarding DefaultTTL",
                "Ip: 2 64",
                "Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors",
                "Udp: 100 1 2 200 42 0",
                "UdpLite: InDatagrams RcvbufErrors",
                "UdpLite: 7 7");

        assertThat(HostEffects.bufferErrorsIn(table)).isEqualTo(42);
        assertThat(HostEffects.bufferErrorsIn(List.of("Tcp: x", "Tcp: 1"))).isEqualTo(-1);
    }
}
