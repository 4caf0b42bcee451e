package org.zonedrift.sim.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.world.Families;

/** Somebody with nothing but {@code dig} finds the way from the root to a zone. */
class DigIT {

    private static final long PATIENCE_SECONDS = 20;
    private static final Pattern ADDRESS = Pattern.compile("\\sA\\s+(127\\.\\d+\\.\\d+\\.\\d+)");

    private SimulatedInternet internet;

    @BeforeEach
    void serve() {
        assumeTrue(hasDig(), "needs: bind9-dnsutils");
        internet = SimulatedInternet.serve(new Gallery(Families.IPV4).world(7), 0);
    }

    @AfterEach
    void close() {
        if (internet != null) {
            internet.close();
        }
    }

    @Test
    void stepByStepFromTheRootToASerial() throws IOException, InterruptedException {
        String root = internet.rootServers().get(0).host();
        String fromRoot = dig(root, "stale-secondary.exhibit", "NS");
        assertThat(fromRoot).contains("status: NOERROR").contains("a.nic.exhibit.");
        String fromTld = dig(firstAddress(fromRoot), "stale-secondary.exhibit", "NS");
        assertThat(fromTld).contains("ns1.stale-secondary.exhibit.").contains("ns2.stale-secondary.exhibit.");
        List<String> servers = addresses(fromTld);
        assertThat(dig(servers.get(0), "stale-secondary.exhibit", "SOA"))
                .contains(" aa;")
                .contains(" 2024010201 ");
        assertThat(dig(servers.get(1), "stale-secondary.exhibit", "SOA"))
                .contains(" aa;")
                .contains(" 2024010101 ");
    }

    @Test
    void oddServersShowTheirOddities() throws IOException, InterruptedException {
        assertThat(digSecondServerOf("refused")).contains("status: REFUSED");
        assertThat(digSecondServerOf("not-authoritative"))
                .doesNotContain(" aa;")
                .contains("SOA");
        assertThat(digSecondServerOf("upward-referral")).contains("a.root-servers.sim.");
        assertThat(digSecondServerOf("no-edns")).contains("status: FORMERR");
        assertThat(digSecondServerOf("tcp-only"))
                .contains("retrying in TCP mode")
                .contains("status: NOERROR");
        assertThat(digSecondServerOf("refused", "+nsid")).contains("status: REFUSED");
    }

    private String digSecondServerOf(String label, String... more) throws IOException, InterruptedException {
        String name = label + ".exhibit";
        String fromTld = dig("127.54.255.1", name, "NS");
        return dig(addresses(fromTld).get(1), name, "SOA", more);
    }

    private String dig(String server, String name, String type, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("dig", "+norec", "+nobadcookie", "+tries=1", "@" + server));
        command.addAll(List.of("-p", String.valueOf(internet.port()), name, type));
        command.addAll(List.of(more));
        Process dig = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(dig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(dig.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static String firstAddress(String said) {
        return addresses(said).get(0);
    }

    private static List<String> addresses(String said) {
        List<String> addresses = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(said);
        while (matcher.find()) {
            addresses.add(matcher.group(1));
        }
        return addresses;
    }

    private static boolean hasDig() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dig")));
    }
}
