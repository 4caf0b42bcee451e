package org.zonedrift.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void harmlessTextStaysAsItIs() {
        assertThat(SafeText.of("straße.de – ns1")).isEqualTo("straße.de – ns1");
    }

    @Test
    void whatSteersATerminalIsWrittenOut() {
        assertThat(SafeText.of("a\u001b[31mb\u0007\u009b\nc")).isEqualTo("a\\u{1b}[31mb\\u{7}\\u{9b}\\u{a}c");
    }

    @Test
    void whatTurnsTheDirectionIsWrittenOut() {
        assertThat(SafeText.of("moc\u202e.example")).isEqualTo("moc\\u{202e}.example");
    }
}
