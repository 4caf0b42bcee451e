package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.scan.Vantage;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

class VantageTest {

    private static final Set<AddressFamily> BOTH = EnumSet.allOf(AddressFamily.class);
    private static final List<ServerAddress> PLACES =
            List.of(ServerAddress.of(new byte[] {(byte) 198, 51, 100, 1}, 53), ServerAddress.of(new byte[16], 53));

    @TempDir
    Path folder;

    @Test
    void aFamilyWithoutARouteIsLeftOut_T163() {
        try (VirtualNetwork network = network()) {
            network.reachOnly(Set.of(AddressFamily.IPV4));

            assertThat(Vantage.reached(BOTH, PLACES, network)).containsExactly(AddressFamily.IPV4);
        }
    }

    @Test
    void withoutAnyRouteNothingBegins() {
        try (VirtualNetwork network = network()) {
            network.reachOnly(Set.of(AddressFamily.IPV4));

            assertThatThrownBy(() -> Vantage.reached(Set.of(AddressFamily.IPV6), PLACES, network))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("no route");
        }
    }

    @Test
    void aRootThatSaysNothingEndsTheScanBeforeItBegins() throws IOException {
        for (String command : List.of("scan", "check")) {
            CommandRun run = CommandRun.of(
                    command,
                    "--root-hints",
                    deadRoot().toString(),
                    "--port",
                    "9",
                    "--timeout",
                    "50ms",
                    "--tries",
                    "1",
                    command.equals("scan") ? list().toString() : "example.net");

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.CANNOT);
            assertThat(run.err()).contains("outgoing DNS seems blocked; try --delegation resolver");
        }
    }

    private Path deadRoot() throws IOException {
        return Files.writeString(
                folder.resolve("hints"), ". 3600000 NS a.root.test.\na.root.test. 3600000 A 127.99.0.1\n");
    }

    private Path list() throws IOException {
        return Files.writeString(folder.resolve("list"), "example.net\nexample.org\n");
    }

    private static VirtualNetwork network() {
        return new VirtualNetwork(1, Climate.everywhere(Weather.calm(Delay.of(Duration.ZERO))), 1);
    }
}
