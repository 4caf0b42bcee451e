package org.zonedrift.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private static final int LONGEST = 1_000;

    /** A stream that gives as little at a time as it likes. */
    private static InputStream inPieces(byte[] octets, Random random) {
        return new ByteArrayInputStream(octets) {
            @Override
            public synchronized int read(byte[] into, int at, int length) {
                return super.read(into, at, Math.min(length, 1 + random.nextInt(700)));
            }
        };
    }

    private static List<String> lines(InputStream stream) throws IOException {
        LineSplitter splitter = new LineSplitter(stream, LONGEST);
        List<String> lines = new ArrayList<>();
        while (splitter.advance()) {
            assertThat(splitter.number()).isEqualTo(lines.size() + 1L);
            lines.add(new String(splitter.octets(), splitter.from(), splitter.length(), StandardCharsets.ISO_8859_1)
                    + (splitter.isCut() ? "…" : ""));
        }
        return lines;
    }

    @Test
    void linesAreTheSameInWhateverPiecesTheyCome() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("\u00ef\u00bb\u00bf");
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                int length = random.nextInt(200) == 0 ? 990 + random.nextInt(30) : random.nextInt(60);
                String line = ("line" + i + " ").repeat(200).substring(0, length);
                text.append(line).append(random.nextInt(5) == 0 && length < LONGEST ? "\r\n" : "\n");
                expected.add(length > LONGEST ? line.substring(0, LONGEST) + "…" : line);
            }
            byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);

            assertThat(lines(inPieces(octets, random))).isEqualTo(expected);
            assertThat(lines(new ByteArrayInputStream(octets))).isEqualTo(expected);
        }
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(lines(new ByteArrayInputStream("a\n\nb".getBytes(StandardCharsets.US_ASCII))))
                .containsExactly("a", "", "b");
    }
}
