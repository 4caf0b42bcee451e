package org.zonedrift.sim.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/** What happens on the way to a server and back: its second server is the odd one in each of these zones. */
class TransportScenarioTest {

    private static Map<String, ZoneReport> reports = Map.of();

    @BeforeAll
    static void scanTheGallery() {
        List<String> labels = List.of(
                "wrong-question", "wrong-source", "three-times", "tcp-only", "tcp-refused", "no-edns", "no-options");
        Climate calm = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(10))));
        List<ZoneReport> seen = new VirtualScan(new Gallery(Families.IPV4).world(1), calm, 1)
                .of(labels.stream()
                        .map(label -> DomainName.parse(label + ".exhibit"))
                        .toList());
        reports = seen.stream()
                .collect(Collectors.toMap(
                        report -> labels.get((int) report.line().number() - 1), Function.identity()));
    }

    private static ZoneReport zone(String label) {
        return reports.get(label);
    }

    private static Observation second(String label) {
        return zone(label).judgement().servers().get(1).observation();
    }

    @Test
    void anAnswerToAnotherQuestionIsIgnored_T071() {
        assertThat(second("wrong-question").outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(second("wrong-question").course().tries()).isEqualTo(3);
    }

    @Test
    void anAnswerFromAnotherAddressIsIgnored_T072() {
        assertThat(second("wrong-source").outcome()).isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void ofThreeEqualAnswersTheFirstCounts_T074() {
        assertThat(second("three-times").outcome()).isEqualTo(Outcome.OK);
        assertThat(second("three-times").course().tries()).isEqualTo(1);
        assertThat(zone("three-times").judgement().counts().usable()).isEqualTo(2);
    }

    @Test
    void whatIsTruncatedComesOverTcp_T080() {
        assertThat(second("tcp-only").outcome()).isEqualTo(Outcome.OK);
        assertThat(second("tcp-only").course().transport()).isEqualTo(Transport.TCP);
        assertThat(zone("tcp-only").judgement().raises(Flag.TRUNCATED_SOA)).isTrue();
    }

    @Test
    void whatIsTruncatedStaysSoWithoutTcp_T081() {
        assertThat(second("tcp-refused").outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(zone("tcp-refused").judgement().raises(Flag.TCP_FAILED)).isTrue();
    }

    @Test
    void aServerFromBeforeEdnsIsAskedWithoutIt_T083() {
        assertThat(second("no-edns").outcome()).isEqualTo(Outcome.OK);
        assertThat(zone("no-edns").judgement().raises(Flag.EDNS_UNSUPPORTED)).isTrue();
    }

    @Test
    void aServerThatStumblesOverOptionsIsAskedWithoutThem_T084() {
        assertThat(second("no-options").outcome()).isEqualTo(Outcome.OK);
        assertThat(second("no-options").course().tries()).isEqualTo(2);
        assertThat(zone("no-options").judgement().raises(Flag.EDNS_BROKEN)).isTrue();
    }
}
