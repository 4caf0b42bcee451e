package org.zonedrift.cli.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternationalNamesTest {

    @ParameterizedTest
    @CsvSource({
        "straße.de, xn--strae-oqa.de",
        "faß.de, xn--fa-hia.de",
        "BÜCHER.example, xn--bcher-kva.example",
        "bücher。example, xn--bcher-kva.example",
        "_dmarc.bücher.example, _dmarc.xn--bcher-kva.example",
        "bücher.example., xn--bcher-kva.example."
    })
    void unicodeLabelsBecomeALabelsWithoutTransition(String typed, String carried) {
        assertThat(InternationalNames.toAscii(typed)).isEqualTo(carried);
    }

    @Test
    void whatNoRegistryCouldHoldIsRefusedWithAReason() {
        assertThatThrownBy(() -> InternationalNames.toAscii("a\u2028b.example")).hasMessageContaining("disallowed");
    }
}
