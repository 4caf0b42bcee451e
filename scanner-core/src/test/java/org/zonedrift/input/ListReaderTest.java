package org.zonedrift.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.zone.DomainName;
import reactor.test.StepVerifier;

class ListReaderTest {

    private static final UnaryOperator<String> A_LABELS = text -> text.replace("straße", "xn--strae-oqa");

    @Test
    void eachLineIsATargetThatKnowsItsNumber() {
        List<Target> targets = read("example.net\n\n# a comment\n; another\nexample.com");

        assertThat(targets)
                .containsExactly(
                        Target.Zone.named(Target.Line.numbered(1), DomainName.parse("example.net")),
                        Target.Zone.named(Target.Line.numbered(5), DomainName.parse("example.com")));
    }

    @Test
    void aByteOrderMarkCarriageReturnsAndSpacesDoNotCount() {
        List<Target> targets = read("\ufeffexample.net\r\n\t example.com \r\n\r\n");

        assertThat(names(targets)).containsExactly("example.net", "example.com");
        assertThat(targets.get(0).line().text()).isNull();
        assertThat(targets.get(1).line().text()).isEqualTo("\t example.com ");
    }

    @Test
    void caseAndTheClosingDotAreFoldedAndTheRawLineIsKept() {
        Target target = read("Example.COM.\n").get(0);

        assertThat(names(List.of(target))).containsExactly("example.com");
        assertThat(target.line().text()).isEqualTo("Example.COM.");
    }

    @Test
    void theRootIsAName() {
        assertThat(names(read(".\n"))).containsExactly(".");
    }

    @Test
    void anyOctetCanBeWrittenAsItsNumber() {
        assertThat(names(read("a\\032b\\255.example\n_dmarc.example\n0/25.2.0.192.in-addr.arpa\n")))
                .containsExactly("a\\032b\\255.example", "_dmarc.example", "0/25.2.0.192.in-addr.arpa");
    }

    @Test
    void unicodeLabelsBecomeALabelsByTheFunctionHandedIn() {
        Target target = read("straße.example\n").get(0);

        assertThat(names(List.of(target))).containsExactly("xn--strae-oqa.example");
        assertThat(target.line().text()).isEqualTo("straße.example");
    }

    @Test
    void whatFollowsTheNameIsPassedThrough() {
        Target.Zone zone = (Target.Zone) read("example.net, 17,\"x\" \n").get(0);

        assertThat(zone.name()).hasToString("example.net");
        assertThat(zone.metadata()).isEqualTo("17,\"x\"");
    }

    @Test
    void aNameEqualToTheOneBeforeItIsADuplicate() {
        List<Target> targets = read("example.net\nEXAMPLE.net\nexample.com\nexample.net\nexample.net\n");

        assertThat(targets)
                .extracting(target -> target instanceof Target.Unmeasured)
                .containsExactly(false, true, false, false, true);
        assertThat(((Target.Unmeasured) targets.get(1)).why()).isEqualTo(Target.Why.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/ | a URL",
                "exa mple..com | white space",
                "a..b | empty label",
                ".example | empty label",
                "hostmaster@example.com | e-mail",
                "192.0.2.1 | IP address",
                "192.0.2.1. | IP address",
                "192.0.2.0/24 | IP address",
                "192.0.2.1:53 | IP address",
                "2001:db8::1 | IP address",
                "[::1]:53 | IP address",
                "a\\25.example | three digits",
                "a\\256.example | \\255",
                "a\\ | backslash",
                ", | empty name"
            })
    void whatIsNoNameIsSaidToBeNone(String line, String why) {
        Target.Unmeasured target = (Target.Unmeasured) read(line + "\n").get(0);

        assertThat(target.why()).isEqualTo(Target.Why.MALFORMED_INPUT);
        assertThat(target.name()).isNull();
        assertThat(target.error()).contains(why);
        assertThat(target.line().text()).isEqualTo(line);
    }

    /** T-144. */
    @Test
    void hostileLinesAreOneTargetEach() {
        String label = "a".repeat(64);
        String name = "a.".repeat(127) + "b";
        String lines = "ok.example\n" + label + ".example\n" + name + "\na\0b.example\n" + "x".repeat(1_000_000)
                + "\nstill.ok.example\n";

        List<Target> targets = read(lines);

        assertThat(targets).hasSize(6);
        assertThat(targets.stream().skip(1).limit(4)).allMatch(Target.Unmeasured.class::isInstance);
        assertThat(targets.get(4).line().text()).hasSize(ListReader.LONGEST_LINE);
        assertThat(targets.get(5).line().number()).isEqualTo(6);
    }

    @Test
    void octetsThatAreNotUtf8AreKeptInHexadecimal() {
        byte[] line = {'a', (byte) 0xff, '.', 'b', '\n', 'o', 'k', '\n'};

        List<Target> targets = read(new ByteArrayInputStream(line));

        assertThat(targets.get(0).line()).isEqualTo(new Target.Line(0, 1, "a\ufffd.b", "61ff2e62"));
        assertThat(names(targets.subList(1, 2))).containsExactly("ok");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1 << 16})
    void linesAreTheSameHoweverTheStreamIsCut(int step) {
        byte[] octets = "\ufeffone.example\r\n\ntwo.example\nthree.example".getBytes(StandardCharsets.UTF_8);
        InputStream drip = new ByteArrayInputStream(octets) {
            @Override
            public int read(byte[] into, int at, int length) {
                return super.read(into, at, Math.min(step, length));
            }
        };

        assertThat(names(read(drip))).containsExactly("one.example", "two.example", "three.example");
    }

    @Test
    void onlyWhatIsRequestedIsRead() {
        StepVerifier.create(list(stream("a\nb\nc\n")).flux(), 1)
                .expectNextCount(1)
                .thenRequest(1)
                .expectNextCount(1)
                .thenRequest(2)
                .expectNextCount(1)
                .verifyComplete();
    }

    private static List<Target> read(String lines) {
        return read(stream(lines));
    }

    private static Targets list(InputStream stream) {
        InputLines lines = new InputLines(stream, 0, ListReader.LONGEST_LINE);
        return new ListReader(lines, Columns.LIST, new WrittenName(A_LABELS, WrittenName.Numbers.TAKEN));
    }

    private static List<Target> read(InputStream stream) {
        Targets targets = list(stream);
        List<Target> all = new ArrayList<>();
        for (var next = targets.next(); next.isPresent(); next = targets.next()) {
            all.add(next.get());
        }
        return all;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(List<Target> targets) {
        return targets.stream()
                .map(target -> ((Target.Zone) target).name().toString())
                .toList();
    }
}
