package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;

/** A few zones looked at through the command, over real sockets, in the gallery of the simulated Internet. */
class CheckCommandTest {

    @TempDir
    static Path folder;

    private static SimulatedInternet internet;

    @BeforeAll
    static void serve() throws Exception {
        World world = new World(World.Origin.of(Profile.TOPLIST, 7, 0), new Gallery(Families.IPV4).annexes());
        internet = SimulatedInternet.serve(world, 0);
        new WorldFiles(internet.world(), internet.port()).writeTo(folder);
    }

    @AfterAll
    static void close() {
        internet.close();
    }

    private static String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", "@" + folder.resolve("scan.args")));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static CommandRun check(String... more) {
        return CommandRun.of(arguments(more));
    }

    @Test
    void theSentenceSaysWhoIsBehindWhomAndForHowLong() {
        CommandRun run = check("stale-secondary.exhibit");
        assertThat(run.out())
                .contains("stale-secondary.exhibit: MISMATCH (within-source)")
                .containsPattern(
                        "ns2\\.stale-secondary\\.exhibit \\(127\\.[0-9.]+: 2024010101\\) is behind the primary, "
                                + "ns1\\.stale-secondary\\.exhibit \\(2024010201\\), by 100 \\(24 h\\), for at least")
                .contains("name server", "NSID", "rtt");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "always-one.exhibit, 0, 0, OK",
        "stale-secondary.exhibit, 1, 2, CRITICAL",
        "two-providers.exhibit, 1, 1, WARNING",
        "hidden-primary-ahead.exhibit, 0, 1, WARNING",
        "nobody-has-this-name.exhibit, 3, 2, CRITICAL"
    })
    void theExitCodeSaysWhatPeopleOrPluginsExpect(String zone, int usual, int plugin, String state) {
        assertThat(check(zone).exitCode()).isEqualTo(usual);
        CommandRun run = check(zone, "--nagios");
        assertThat(run.out()).startsWith("ZONEDRIFT " + state + " - ").hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(plugin);
    }

    @Test
    void aPluginTellsFiguresBehindTheBar() {
        CommandRun run = check("stale-secondary.exhibit", "always-one.exhibit", "--nagios");
        assertThat(run.out())
                .containsPattern("\\| 'stale-secondary\\.exhibit_addresses'=2 'stale-secondary\\.exhibit_usable'=2 "
                        + "'stale-secondary\\.exhibit_serials'=2 'stale-secondary\\.exhibit_lag'=100 "
                        + "'stale-secondary\\.exhibit_time'=\\d+ms 'always-one\\.exhibit_addresses'=2");
    }

    @Test
    void aPluginKnowsNoOtherCodeThanUnknownForWrongUsage() {
        CommandRun unknownOption = CommandRun.of("check", "--nagios", "--colour", "example.com");
        assertThat(unknownOption.exitCode()).isEqualTo(3);
        assertThat(unknownOption.out()).startsWith("ZONEDRIFT UNKNOWN - ").hasLineCount(1);
        CommandRun refused = check("always-one.exhibit", "--nagios", "--json");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).startsWith("ZONEDRIFT UNKNOWN - --nagios writes one line");
        assertThat(check("always-one.exhibit", "--json", "--dig").exitCode()).isEqualTo(2);
        assertThat(check("..").exitCode()).isEqualTo(2);
    }

    @Test
    void aHiddenPrimaryIsComparedWhenTheUserNamesIt() {
        String zone = "hidden-primary-ahead.exhibit";
        CommandRun run = check(zone, "--servers", "primary." + zone, "--json");
        assertThat(run.out())
                .contains("\"verdict\":\"MISMATCH\"")
                .containsPattern(
                        "\"ns\":\"primary\\." + zone + "\",\"address\":\"[0-9.]+\",\"family\":4,\"address_from\"");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aServerCanBeNamedByItsAddressAndBeTheReference() {
        String address = addressOf("ns2.stale-secondary.exhibit", "stale-secondary.exhibit");
        CommandRun run = check("stale-secondary.exhibit", "--reference", address);
        assertThat(run.out()).contains("is ahead of " + address + " (2024010101)");
        CommandRun record = check("stale-secondary.exhibit", "--reference", address, "--json");
        assertThat(record.out())
                .contains("\"reference\":{\"kind\":\"user\",\"serial\":2024010101,\"address\":\"" + address + "\"}");
        CommandRun besides = check("always-one.exhibit", "--servers", "new.example=" + address, "--json");
        assertThat(besides.out())
                .contains("\"ns\":\"new.example\"", "\"address_from\":\"user\"", "\"outcome\":\"REFUSED\"");
    }

    @Test
    void aZoneThatIsNotDelegatedYetCanBeLookedAtOnServersThatTheUserNames() {
        String address = addressOf("ns1.always-one.exhibit", "always-one.exhibit");
        CommandRun run = check("not-yet.exhibit", "--servers", "ns1.example=" + address, "--json");
        assertThat(run.out()).contains("\"method\":\"user\"", "\"verdict\":\"UNSERVED\"", "\"outcome\":\"REFUSED\"");
    }

    private static String addressOf(String host, String zone) {
        String out = check(zone, "--json").out();
        int at = out.indexOf("\"address\":\"", out.indexOf("\"ns\":\"" + host + "\""));
        return out.substring(at + 11, out.indexOf('"', at + 11));
    }

    @Test
    void everyQuestionAndReplyCanBeSeen() {
        CommandRun run = check("stale-secondary.exhibit", "--trace");
        assertThat(run.err())
                .containsPattern("udp  127\\.[0-9.]+:\\d+ NS stale-secondary\\.exhibit: [0-9.]+ ms, NOERROR")
                .containsPattern("SOA stale-secondary\\.exhibit: [0-9.]+ ms, NOERROR aa; "
                        + "answer: stale-secondary\\.exhibit SOA ns1\\.");
    }

    @Test
    void digReproducesEachRow() {
        CommandRun run = check("stale-secondary.exhibit", "--dig");
        assertThat(run.out().lines().filter(line -> line.startsWith("  dig +norec")))
                .hasSize(2)
                .allMatch(line -> line.contains(" -p " + internet.port() + " @127."))
                .allMatch(line -> line.endsWith(" stale-secondary.exhibit SOA"));
    }

    @Test
    void waitingEndsWhenAllAgreeOrTheTimeIsUp() {
        assertThat(check("always-one.exhibit", "--wait").exitCode()).isZero();
        assertThat(check("stale-secondary.exhibit", "--wait", "--for", "40ms").exitCode())
                .isEqualTo(1);
        assertThat(check("always-one.exhibit", "--for", "1m").exitCode()).isEqualTo(2);
        assertThat(check("always-one.exhibit", "--wait", "--every", "1m").exitCode())
                .isEqualTo(2);
        assertThat(check("always-one.exhibit", "--every", "10ms").exitCode()).isEqualTo(2);
    }

    @Test
    void lookingAgainAndAgainTellsOnlyWhatIsNewUntilInterrupted() {
        Interruption interruption = new Interruption();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] octets, int from, int length) {
                super.write(octets, from, length);
                if (toString(StandardCharsets.UTF_8).contains("nothing new")) {
                    interruption.request();
                }
            }
        };
        int code =
                Zonedrift.run(captured(out, err), interruption, arguments("stale-secondary.exhibit", "--every", "1s"));
        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).containsOnlyOnce("MISMATCH (within-source)");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("1 zone looked at, 1 new or changed", "1 zone looked at, nothing new");
    }

    @Test
    void aSmallMonitorServesAGaugeForEachZoneAndServer() throws Exception {
        Path zones = Files.writeString(folder.resolve("watched.txt"), "stale-secondary.exhibit\nalways-one.exhibit\n");
        Interruption interruption = new Interruption();
        StringBuilder figures = new StringBuilder();
        ByteArrayOutputStream err = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] octets, int from, int length) {
                super.write(octets, from, length);
                String said = toString(StandardCharsets.UTF_8);
                if (said.contains("looked at") && figures.length() == 0) {
                    figures.append(get(said.replaceFirst("(?s).*for Prometheus are at (\\S+)\\.\n.*", "$1")));
                    interruption.request();
                }
            }
        };
        int code = Zonedrift.run(
                captured(OutputStream.nullOutputStream(), err),
                interruption,
                arguments("--every", "5m", "--metrics", "127.0.0.1:0", "@" + zones));

        assertThat(code).isEqualTo(1);
        assertThat(figures)
                .contains("zonedrift_zone_mismatch{zone=\"stale-secondary.exhibit\"} 1.0")
                .contains("zonedrift_zone_mismatch{zone=\"always-one.exhibit\"} 0.0")
                .containsPattern("zonedrift_serial\\{address=\"127[0-9.]+\",server=\"ns2\\.stale-secondary\\.exhibit\","
                        + "zone=\"stale-secondary\\.exhibit\"\\} 2\\.024010101E9");
    }

    private static String get(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Streams captured(OutputStream out, ByteArrayOutputStream err) {
        return Streams.captured(
                new ByteArrayInputStream(new byte[0]), out, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void aFileOfNamesStandsForTheNamesInIt() throws Exception {
        Path names = folder.resolve("zones.txt");
        Files.writeString(names, "always-one.exhibit\nzero.exhibit\n");
        CommandRun run = check("@" + names, "--nagios");
        assertThat(run.out()).startsWith("ZONEDRIFT OK - the servers of 2 zones agree | 'always-one.exhibit_");
    }

    @Test
    void aRefusedAddressNamesTheOptionThatWouldAllowIt() {
        assertThat(check("private-address.exhibit").out())
                .contains("Special-purpose addresses that DNS leads to are not asked; in a lab, "
                        + "--allow-special 10.0.0.1 allows it.");
    }

    @Test
    void dataAreComparedWhereThatIsAskedFor() {
        CommandRun run = check("stale-secondary.exhibit", "--compare", "A,MX,TYPE65", "--keep-replies", "--json");
        assertThat(run.out()).contains("\"data_hash\":\"", "\"reply\":\"");
        assertThat(check("always-one.exhibit", "--compare", "MX").out())
                .contains("The compared data are the same at every server that told them.");
        assertThat(check("always-one.exhibit", "--compare", "AXFR").exitCode()).isEqualTo(2);
    }
}
