package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.Scanner;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.live.LivePage;
import org.zonedrift.cli.live.ScanNumbers;
import org.zonedrift.cli.live.ZoneNumbers;
import org.zonedrift.cli.scan.ScanRun;
import org.zonedrift.cli.scenario.ScriptedScan;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.input.Target;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;

/** The live page, in a browser: what it draws is what the figures say. */
class LivePageTest {

    private static final List<Path> BROWSERS =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    private static final int ZONES = 120;

    private static final Pattern RENDERED =
            Pattern.compile("data-metric=\"([^\"]+)\" data-value=\"([^\"]+)\"[^>]*>([^<]*)<");

    @TempDir
    Path folder;

    private static InetSocketAddress anywhere() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void everyFileOfThePageIsInTheProgram() throws Exception {
        try (LivePage page = LivePage.serve(anywhere(), new ZoneNumbers().registry(), () -> {})) {
            assertThat(get(page.url())).contains("uplot.js", "live.js").doesNotContain("http");
            for (String file : List.of("uplot.js", "uplot.css", "live.js", "live.css")) {
                assertThat(get(page.url() + file)).isNotEmpty();
            }
            assertThat(get(page.url() + "../LivePage.class")).isEmpty();
        }
    }

    @Test
    void anAddressThatCannotBeServedIsRefused() {
        assertThat(CommandRun.of("scan", "x.txt", "--metrics", "nonsense").exitCode())
                .isIn(2, 3);
    }

    @Test
    @Tag("slow")
    void namesThatAreMarkupStayText() throws Exception {
        ZoneNumbers zones = new ZoneNumbers();
        zones.show(List.of(ScriptedScan.of(Path.of("src/test/resources/scripted/hosts-that-are-markup.txt"))
                .report()));
        try (LivePage page = LivePage.serve(anywhere(), zones.registry(), () -> {})) {
            assertThat(browse(page.url(), "markup"))
                    .contains("ns1&lt;script&gt;alert")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    @Tag("slow")
    void theNumbersInTheBrowserAreThoseOfTheFigures() throws Exception {
        try (SimulatedInternet internet =
                SimulatedInternet.serve(new World(World.Origin.of(Profile.TOPLIST, 7, ZONES)), 0)) {
            List<ZoneReport> reports = new ArrayList<>();
            Streams streams = Streams.captured(
                    new ByteArrayInputStream(new byte[0]),
                    new ByteArrayOutputStream(),
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            try (Scanner scanner = LabScanner.over(internet, folder)) {
                ScanRun run = new ScanRun(scanner, streams);
                Flux<Target> targets = Flux.range(0, ZONES)
                        .map(i -> Target.Zone.named(
                                Target.Line.numbered(i + 1L), internet.world().name(i)));
                run.run(targets, ZONES, Progress.Kind.NONE, reports::add);
                ScanNumbers numbers = new ScanNumbers(run.tally(), scanner);
                Map<String, Double> shown = compare(numbers.registry(), numbers::refresh, "scan");
                assertThat(shown).containsEntry("zonedrift_zones_total", (double) ZONES);
                assertThat(shown.keySet()).anyMatch(key -> key.startsWith("zonedrift_server_zones_behind{"));
            }
            ZoneNumbers zones = new ZoneNumbers();
            zones.show(reports);
            assertThat(compare(zones.registry(), () -> {}, "zones").keySet())
                    .anyMatch(key -> key.startsWith("zonedrift_serial{"));
        }
    }

    /** What the browser shows, after it was held against the figures. */
    private Map<String, Double> compare(PrometheusMeterRegistry registry, Runnable refresh, String name)
            throws Exception {
        try (LivePage page = LivePage.serve(anywhere(), registry, refresh)) {
            String figures = get(page.url() + "metrics");
            Map<String, Double> shown = new TreeMap<>();
            Matcher rendered = RENDERED.matcher(browse(page.url(), name));
            while (rendered.find()) {
                double value = Double.parseDouble(rendered.group(2));
                shown.put(rendered.group(1), value);
                assertThat(value).as(rendered.group(1)).isEqualTo(sum(figures, rendered.group(1)));
                String text = rendered.group(3).replace(",", "").replace(" s", "");
                assertThat(Double.parseDouble(text))
                        .as("text of %s", rendered.group(1))
                        .isEqualTo(value, within(0.06));
            }
            assertThat(shown).isNotEmpty();
            return shown;
        }
    }

    /** The sum of all series of a metric that have every one of the label values in braces. */
    private static double sum(String figures, String key) {
        String metric = key.replaceFirst("\\{.*", "");
        List<String> values = key.contains("{")
                ? List.of(key.substring(key.indexOf('{') + 1, key.length() - 1).split(" "))
                : List.of();
        return figures.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> values.stream().allMatch(value -> line.contains("=\"" + value + "\"")))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The page after its script has run; a picture of it goes where the system property says. */
    private String browse(String url, String name) throws Exception {
        Path browser = BROWSERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(browser != null, "needs: chromium");
        Path pictures = Path.of(System.getProperty("zonedrift.pictures", folder.toString()));
        Path dom = folder.resolve(name + ".html");
        Process process = new ProcessBuilder(
                        Objects.requireNonNull(browser).toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile-" + name),
                        "--window-size=1300,900",
                        "--virtual-time-budget=4000",
                        "--screenshot=" + pictures.resolve("live-" + name + ".png"),
                        "--dump-dom",
                        url)
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(Program.exitCode(process)).isZero();
        String page = Files.readString(dom);
        assertThat(page).as("the charts are drawn").contains("<canvas");
        return page;
    }
}
