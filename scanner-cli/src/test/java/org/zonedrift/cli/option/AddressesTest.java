package org.zonedrift.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1:53",
        "192.0.2.1:5300, 192.0.2.1:5300",
        "2001:db8::1, [2001:db8::1]:53",
        "[2001:db8::1], [2001:db8::1]:53",
        "[2001:db8::1]:5300, [2001:db8::1]:5300"
    })
    void anAddressMayNameItsPort(String text, String address) {
        assertThat(new Addresses().convert(text)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.example", "192.0.2", "192.0.2.1:0", "192.0.2.1:65536", "192.0.2.1:", "[::1"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> new Addresses().convert(text)).hasMessageContaining(text);
    }

    @Test
    void thePortMayBeAnother() {
        assertThat(Addresses.parse("192.0.2.1", 5300)).hasToString("192.0.2.1:5300");
    }
}
