package org.zonedrift.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::, ::",
        "::1, ::1",
        "2001:DB8:0:0:1::, 2001:db8:0:0:1::",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "fe80::, fe80::"
    })
    void anAddressIsReadInAnyFormAndWrittenInOne(String text, String written) {
        assertThat(AddressText.parse(text).map(AddressText::write)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.4.5",
                "a.b.c.d",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "12345::",
                "1:2:3:4:5:6:7::8",
                "::1.2.3",
                "1.2.3.4::",
                "::\u0661",
                "example.com",
                "::1%eth0",
                "-1.2.3.4"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(AddressText.parse(text)).isEmpty();
    }
}
