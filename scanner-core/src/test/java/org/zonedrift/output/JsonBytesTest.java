package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.zone.DomainName;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonBytesTest {

    private static final long SEED = 20261120;

    private final JsonBytes json = new JsonBytes();

    @Test
    void commasStandBetweenTokensAndNowhereElse() {
        json.beginObject()
                .key(Key.octetsOf("a"))
                .number(1)
                .key(Key.octetsOf("b"))
                .beginArray();
        json.text("x").bool(true).beginObject().endObject().endArray();
        json.key(Key.octetsOf("c")).beginArray().endArray().endObject().endLine();
        json.beginObject().endObject().endLine();

        assertThat(written()).isEqualTo("{\"a\":1,\"b\":[\"x\",true,{}],\"c\":[]}\n{}\n");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                9,
                10,
                99,
                100,
                101,
                999,
                1000,
                98765,
                2147483647,
                2147483648L,
                -1,
                -10,
                4294967295L,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void numbersAreWrittenAsTheJdkWritesThem(long number) {
        json.number(number);

        assertThat(written()).isEqualTo(Long.toString(number));
    }

    @Test
    void thousandthsKeepThreeDigits() {
        json.beginArray().thousandths(12_417).thousandths(20_100).thousandths(5).thousandths(-1_500);

        assertThat(written()).isEqualTo("[12.417,20.100,0.005,-1.500");
    }

    @Test
    void timestampsAreWrittenAsTheJdkWritesThem() {
        DateTimeFormatter oracle =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
        Random random = new Random(SEED);
        long end = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        long start = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < 20_000; i++) {
            long millis = start + (long) (random.nextDouble() * (end - start));
            json.clear();
            json.timestamp(millis);
            assertThat(written()).isEqualTo('"' + oracle.format(Instant.ofEpochMilli(millis)) + '"');
        }
    }

    @Test
    void leapDaysAreKnown() {
        json.timestamp(Instant.parse("2024-02-29T23:59:59.999Z").toEpochMilli());

        assertThat(written()).isEqualTo("\"2024-02-29T23:59:59.999Z\"");
    }

    @Test
    void aNameIsWrittenAsItsPresentationForm() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            DomainName name = randomName(random);
            assertThat(readBack(bytes -> bytes.name(name))).isEqualTo(name.toString());
        }
        assertThat(readBack(bytes -> bytes.name(DomainName.ROOT))).isEqualTo(".");
    }

    private static DomainName randomName(Random random) {
        byte[] wire = new byte[3 + random.nextInt(60)];
        random.nextBytes(wire);
        wire[0] = (byte) (wire.length - 2);
        wire[wire.length - 1] = 0;
        return DomainName.ofWire(wire);
    }

    @Test
    void anyTextIsReadBackAsItWas() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(20, 0, 0x10000)
                    .filter(c -> !Character.isSurrogate((char) c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append(new String(Character.toChars(0x1f600 + random.nextInt(64))))
                    .toString();
            assertThat(readBack(bytes -> bytes.text(text))).isEqualTo(text);
        }
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() {
        assertThat(readBack(bytes -> bytes.text("a\ud800b\udc00"))).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void nothingThatSteersATerminalStandsRaw() {
        StringBuilder every = new StringBuilder();
        for (char c = 0; c < 0x300; c++) {
            every.append(c);
        }
        every.append("\u202e\u2066\u2028\u200f\ufeff");
        json.text(every.toString());

        assertThat(written().codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> c == 0x202e || c == 0x2066 || c == 0x2028 || c == 0x200f || c == 0xfeff);
        assertThat(readBack(bytes -> bytes.text(every.toString()))).isEqualTo(every.toString());
    }

    @Test
    void opaqueOctetsAreReadableAndUnambiguous() {
        byte[] hostile = "\u001b[31mred\"\\\u0000".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(readBack(bytes -> bytes.presentation(hostile))).isEqualTo("\\027[31mred\"\\\\\\000");
    }

    @Test
    void hexadecimalIsLowerCase() {
        json.hex(new byte[] {0x00, (byte) 0xff, 0x6e});

        assertThat(written()).isEqualTo("\"00ff6e\"");
    }

    private String readBack(Consumer<JsonBytes> write) {
        json.clear();
        write.accept(json);
        try (JsonParser parser =
                new JsonFactory().createParser(ObjectReadContext.empty(), json.octets(), 0, json.length())) {
            parser.nextToken();
            return parser.getString();
        }
    }

    private String written() {
        return new String(json.octets(), 0, json.length(), StandardCharsets.UTF_8);
    }
}
