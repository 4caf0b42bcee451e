package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

class RejudgeTest {

    private final RecordReader reader = new RecordReader(ServerAddress.DNS_PORT);
    private final Rejudge rejudge = new Rejudge(Situation.JUDGE);

    static Set<String> situations() {
        return Situations.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theConclusionFollowsFromTheRecordAlone(String situation) {
        String line = Records.line(Situations.all().get(situation));

        assertThat(rejudge.differences(reader.read(line))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theWholeRecordFollowsFromItsEvidence(String situation) {
        String line = Records.line(Situations.all().get(situation));

        assertThat(Records.line(rejudge.rejudged(reader.read(line)))).isEqualTo(line);
    }

    @Test
    void aConclusionThatDoesNotFollowIsTold() {
        String line = Records.line(Situations.mismatchWithLag().report())
                .replace("\"verdict\":\"MISMATCH\",\"reason\":\"within-source\"", "\"verdict\":\"CONSISTENT\"");

        assertThat(rejudge.differences(reader.read(line)))
                .map(Rejudge.Difference::toString)
                .containsExactly(
                        "verdict was CONSISTENT, would be MISMATCH", "reason was absent, would be within-source");
    }

    @Test
    void aRecordIsThePastOfALaterOne() {
        WrittenRecord record =
                reader.read(Records.line(Situations.mismatchWithLag().report()));

        assertThat(record.asPrevious())
                .isEqualTo(new Previous(SerialNumber.of(2024010201), "MISMATCH", Situation.START_MILLIS, ""));
    }

    @Test
    void keysOfLaterVersionsAreIgnored() {
        String line = Records.line(Situations.consistent().report());
        String later = line.replace("\"line\":1,", "\"line\":1,\"moon\":{\"phase\":[1,null,{\"a\":2.5}]},");

        assertThat(Records.line(rejudge.rejudged(reader.read(later)))).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{\"schema\":\"zonedrift/2\",\"line\":1,\"verdict\":\"ERROR\"}",
                "{\"schema\":\"zonedrift/1\",\"line\":1}",
                "{\"schema\":\"zonedrift/1\",\"line\":1,\"verdict\":\"FINE\"}",
                "{\"schema\":\"zonedrift/1\",\"line\":1,\"verdict\":\"ERROR\"} x",
                "{\"schema\":\"zonedrift/1\",\"line\":1,\"verdict\":\"ERR"
            })
    void whatIsNoRecordIsRefused(String line) {
        assertThatThrownBy(() -> reader.read(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
