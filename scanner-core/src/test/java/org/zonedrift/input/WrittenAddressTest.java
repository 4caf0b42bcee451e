package org.zonedrift.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.zone.AddressText;

class WrittenAddressTest {

    /** What is said of the text between others, as in a line. */
    private static Optional<byte[]> read(String text) {
        byte[] line = ("a " + text + " 1").getBytes(StandardCharsets.ISO_8859_1);
        int to = line.length - 2;
        byte[] four = new byte[4];
        byte[] sixteen = new byte[16];
        if (WrittenAddress.readIpv4(line, 2, to, four)) {
            return Optional.of(four);
        }
        return WrittenAddress.readIpv6(line, 2, to, sixteen) ? Optional.of(sixteen) : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "1::",
                "2001:db8::1",
                "1:2:3:4:5:6:7:8",
                "::2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7::",
                "::ffff:192.0.2.1",
                "FE80::ABCD",
                "192.0.2.1",
                ":",
                ":::",
                "1:::2",
                "1::2::3",
                "12345::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                ":1::2",
                "1:2:",
                "g::",
                "1::2:3:4:5:6:7:8",
                "192.0.2",
                "192.0.2.256",
                "\u00b2::1"
            })
    void itAgreesWithTheReaderOfStrings(String text) {
        assertThat(read(text).map(AddressText::write))
                .isEqualTo(AddressText.parse(text).map(AddressText::write));
    }

    @Test
    void itAgreesWithTheReaderOfStringsOnWhateverComes() {
        Random random = new Random(11);
        int addresses = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 2 + random.nextInt(14); length > 0; length--) {
                text.append("::::::0a1.".charAt(random.nextInt(10)));
            }
            Optional<String> expected = AddressText.parse(text.toString()).map(AddressText::write);
            assertThat(read(text.toString()).map(AddressText::write))
                    .as("%s", text)
                    .isEqualTo(expected);
            addresses += expected.isPresent() ? 1 : 0;
        }
        assertThat(addresses).isGreaterThan(1_000);
    }
}
