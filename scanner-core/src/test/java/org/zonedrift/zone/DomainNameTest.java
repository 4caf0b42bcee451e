package org.zonedrift.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DomainNameTest {

    private static final DomainName WWW = DomainName.parse("www.example.lab");
    private static final DomainName ZONE = DomainName.parse("example.lab");

    /** In canonical order (RFC 4034, section 6.1, and some that its example leaves out). */
    private static final List<String> IN_ORDER = List.of(
            ".",
            "example",
            "a.example",
            "yljkjljk.a.example",
            "z.a.example",
            "zabc.a.example",
            "z.example",
            "\\001.z.example",
            "*.z.example",
            "\\200.z.example",
            "exampled");

    @ParameterizedTest
    @CsvSource({
        "EXAMPLE.Lab, example.lab",
        "example.lab., example.lab",
        "az.AZ.@lab, az.az.\\@lab",
        "[`{.lab, [`{.lab",
        "a\\.b.lab, a\\.b.lab",
        "a\\046b.lab, a\\.b.lab",
        "\\065.lab, a.lab",
        "\\000\\032\\126\\127\\255.lab, \\000\\032~\\127\\255.lab",
        "\\\"\\.\\(\\)\\;\\@\\$\\\\.lab, \\\"\\.\\(\\)\\;\\@\\$\\\\.lab",
        "., .",
        "0-_9.lab, 0-_9.lab"
    })
    void aNameIsReadInAnyFormAndWrittenInOne(String text, String written) {
        assertThat(DomainName.parse(text)).hasToString(written);
        assertThat(DomainName.parse(written)).isEqualTo(DomainName.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty name",
                "..|empty label",
                ".lab|empty label",
                "a..lab|empty label",
                "lab..|empty label",
                "a\\|a backslash at the end",
                "a\\1|an escape needs three digits",
                "a\\12x|an escape needs three digits",
                "a\\1/1|an escape needs three digits",
                "a\\1:1|an escape needs three digits",
                "a\\256|an escape above \\255",
                "\u0101.lab|a character that is not ASCII"
            })
    void whatIsNoNameIsRefusedInWords(String text, String why) {
        assertThatThrownBy(() -> DomainName.parse(text))
                .isInstanceOf(MalformedNameException.class)
                .hasMessage(why);
    }

    @Test
    void aLabelHasSixtyThreeOctetsAndANameTwoHundredAndFiftyFive() {
        String label = "x".repeat(63);
        assertThat(DomainName.parse(label).wireLength()).isEqualTo(65);
        assertThatThrownBy(() -> DomainName.parse(label + "x")).hasMessage("a label longer than 63 octets");

        String longest = String.join(".", label, label, label, "x".repeat(61));
        assertThat(DomainName.parse(longest).wireLength()).isEqualTo(DomainName.MAX_WIRE_LENGTH);
        assertThat(DomainName.parse(longest + ".")).isEqualTo(DomainName.parse(longest));
        assertThatThrownBy(() -> DomainName.parse(longest + "x")).hasMessage("longer than 255 octets");
        assertThatThrownBy(() -> DomainName.parse("a." + longest)).hasMessage("longer than 255 octets");
    }

    static Stream<byte[]> noNames() {
        return Stream.of(
                new byte[0],
                new byte[256],
                wire("\3lab"),
                wire("\4lab\0"),
                wire("\3lab\0\0"),
                wire("\3lab\1"),
                wire("\100" + "x".repeat(64) + "\0"));
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void octetsThatAreNoNameAreRefused(byte[] octets) {
        assertThatThrownBy(() -> DomainName.ofWire(octets)).isInstanceOf(MalformedNameException.class);
    }

    @Test
    void octetsOfANameAreFoldedInACopy() {
        byte[] octets = wire("\1A\3lAb\0");
        DomainName name = DomainName.ofWire(octets);
        assertThat(name).isEqualTo(DomainName.parse("a.lab")).hasSameHashCodeAs(DomainName.parse("A.LAB"));
        assertThat(octets).isEqualTo(wire("\1A\3lAb\0"));
        assertThat(name.wire()).isEqualTo(wire("\1a\3lab\0"));
        assertThat(DomainName.ofWire(new byte[1])).isEqualTo(DomainName.ROOT);
        assertThat(DomainName.ofWire(wire("\77" + "x".repeat(63) + "\0")).labelCount())
                .isOne();
    }

    @Test
    void namesKnowWhatIsAboveThem() {
        assertThat(WWW.labelCount()).isEqualTo(3);
        assertThat(DomainName.ROOT.labelCount()).isZero();
        assertThat(WWW.parent()).isEqualTo(ZONE);
        assertThat(DomainName.ROOT.parent()).isEqualTo(DomainName.ROOT);
        assertThat(DomainName.parse("lab").parent().isRoot()).isTrue();
        assertThat(WWW.ancestor(3)).isSameAs(WWW);
        assertThat(WWW.ancestor(1)).isEqualTo(DomainName.parse("lab"));
        assertThat(WWW.ancestor(0)).isEqualTo(DomainName.ROOT);
        assertThatThrownBy(() -> WWW.ancestor(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fewer than 4");
    }

    @Test
    void namesKnowWhatIsBelowThem() {
        assertThat(WWW.isAtOrBelow(ZONE)).isTrue();
        assertThat(ZONE.isAtOrBelow(ZONE)).isTrue();
        assertThat(ZONE.isAtOrBelow(WWW)).isFalse();
        assertThat(ZONE.isAtOrBelow(DomainName.ROOT)).isTrue();
        assertThat(DomainName.parse("notexample.lab").isAtOrBelow(ZONE)).isFalse();
        assertThat(DomainName.parse("a.exbmple.lab").isAtOrBelow(ZONE)).isFalse();
        // The octets of the zone's wire form, but in the middle of a label.
        assertThat(DomainName.parse("x\\007example.lab").isAtOrBelow(ZONE)).isFalse();
        assertThat(WWW.isBelow(ZONE)).isTrue();
        assertThat(ZONE.isBelow(ZONE)).isFalse();
        assertThat(DomainName.parse("www.example.gov").isBelow(ZONE)).isFalse();
    }

    @Test
    void labelsAreCountedFromTheLeft() {
        assertThat(WWW.label(0)).isEqualTo(wire("www"));
        assertThat(WWW.label(1)).isEqualTo(wire("example"));
        assertThat(WWW.label(2)).isEqualTo(wire("lab"));
    }

    @Test
    void aChildHasOneLabelMore() {
        assertThat(ZONE.child("WWW")).isEqualTo(WWW);
        assertThat(DomainName.ROOT.child("lab")).isEqualTo(DomainName.parse("lab"));
        assertThatThrownBy(() -> ZONE.child("a.b")).hasMessage("not one label: a.b");
        assertThatThrownBy(() -> ZONE.child(".")).isInstanceOf(MalformedNameException.class);
        String label = "x".repeat(63);
        DomainName long253 = DomainName.parse(String.join(".", label, label, label, "x".repeat(59)));
        assertThat(long253.child("a").wireLength()).isEqualTo(255);
        assertThatThrownBy(() -> long253.child("ab")).hasMessage("longer than 255 octets");
    }

    @Test
    void theNaturalOrderIsTheCanonicalOne() {
        List<DomainName> names = IN_ORDER.stream().map(DomainName::parse).toList();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                assertThat(Integer.signum(names.get(i).compareTo(names.get(j))))
                        .as("%s to %s", names.get(i), names.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void aNameFindsItselfAmongOctets() {
        byte[] octets = wire("xx\7example\3lab\0yy");
        assertThat(ZONE.isWrittenIn(octets, 2, 13)).isTrue();
        assertThat(ZONE.isWrittenIn(octets, 2, 12)).isFalse();
        assertThat(ZONE.isWrittenIn(octets, 1, 13)).isFalse();
        assertThat(DomainName.hashOf(octets, 2, 13)).isEqualTo(ZONE.hashCode());
        assertThat(DomainName.ofFoldedWire(ZONE.wire(), ZONE.hashCode())).isEqualTo(ZONE);
        assertThat(DomainName.ofFoldedWire(ZONE.wire())).isEqualTo(ZONE);
    }

    @Test
    void aHashIsTheSameOnEveryMachineAndTakesEveryOctet() {
        assertThat(DomainName.ROOT).hasSameHashCodeAs(DomainName.ofWire(new byte[1]));
        Stream<String> near = Stream.of(
                "example.lab", "fxample.lab", "exbmple.lab", "example.mab", "example.lac", "a.example.lab", "lab");
        assertThat(near.map(text -> DomainName.parse(text).hashCode())).doesNotHaveDuplicates();
        assertThat(ZONE).isNotEqualTo(null).isNotEqualTo(WWW).isNotEqualTo((Object) "example.lab");
    }

    private static byte[] wire(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }
}
