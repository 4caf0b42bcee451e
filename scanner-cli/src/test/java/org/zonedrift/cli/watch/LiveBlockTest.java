package org.zonedrift.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.zonedrift.cli.watch.Glimpse.Portion;
import org.zonedrift.cli.watch.Glimpse.Slowest;
import org.zonedrift.verdict.Verdict;

class LiveBlockTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static Glimpse glimpse(Portion progress, Slowest slowest) {
        Map<Verdict, Long> verdicts =
                Map.of(Verdict.CONSISTENT, 1_500L, Verdict.MISMATCH, 12L, Verdict.CONSISTENT_PARTIAL, 88L);
        return new Glimpse(10 * SECOND, progress, 8_000, 7_600, 400, 25, verdicts, slowest);
    }

    @Test
    void aTerminalSeesWhatIsDoneHowFastAndWhatItWaitsFor() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        LiveBlock block = new LiveBlock(new PrintStream(screen, true, StandardCharsets.UTF_8));
        block.show(glimpse(new Portion(1_600, 0, Extent.counted(4_000)), new Slowest("192.0.2.1", 90 * SECOND)));
        block.close();

        String text = screen.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("1600/4000 zones", "160 zones/s, 800 q/s, 95.0 % answered, 400 in flight")
                .contains("CONSISTENT 1,500  CONSISTENT_PARTIAL 88  MISMATCH 12")
                .contains("25 waiting for their re-check, about 90 s left, 192.0.2.1 booked 90 s ahead");
        assertThat(text.lines()
                        .map(line -> line.replaceAll("\u001b\\[[0-9]*[A-Z]", "").replace("\r", "")))
                .allMatch(line -> line.length() < 80);
        assertThat(text).as("nothing of it stays").endsWith("\u001b[4A\r\u001b[J");
    }

    @Test
    void aLogSeesTheSameInALineEachTime() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PlainLines lines = new PlainLines(new PrintStream(log, true, StandardCharsets.UTF_8));
        lines.show(glimpse(new Portion(1_600, 0, Extent.counted(4_000)), Slowest.NONE));
        assertThat(log.toString(StandardCharsets.UTF_8))
                .isEqualTo("10.0 s: 1,600 of 4,000 zones done (40 %), 160 zones/s, 800 q/s, 95.0 % answered, 400 in"
                        + " flight, CONSISTENT 1,500, CONSISTENT_PARTIAL 88, MISMATCH 12, 25 waiting for their"
                        + " re-check, about 15 s left\n");
    }

    @Test
    void aGuessIsCalledOne() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Extent guess = Extent.guessed(OptionalLong.of(4_000));
        new PlainLines(new PrintStream(log, true, StandardCharsets.UTF_8))
                .show(glimpse(new Portion(1_600, 0, guess), Slowest.NONE));
        assertThat(log.toString(StandardCharsets.UTF_8))
                .startsWith("10.0 s: 1,600 of about 4,000 zones done (40 %)")
                .contains("about 15 s left");
    }

    @Test
    void anAttemptThatGoesOnIsNotCreditedWithWhatWasDoneBefore() {
        Glimpse now = glimpse(new Portion(1_600, 1_500, Extent.counted(4_000)), Slowest.NONE);
        assertThat(now.zonesPerSecondSince(Glimpse.BEFORE)).isEqualTo(10);
        assertThat(now.secondsLeft()).isEqualTo(240);
        assertThat(glimpse(new Portion(1_500, 1_500, Extent.counted(4_000)), Slowest.NONE)
                        .secondsLeft())
                .isEqualTo(-1);
        assertThat(glimpse(new Portion(1_600, 1_500, Extent.UNKNOWN), Slowest.NONE)
                        .secondsLeft())
                .isEqualTo(-1);
    }
}
