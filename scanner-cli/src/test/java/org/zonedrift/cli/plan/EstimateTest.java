package org.zonedrift.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.cli.plan.SimulatedScan.Part;
import org.zonedrift.cli.plan.Workload.Server;
import org.zonedrift.cli.plan.Workload.Usage;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

class EstimateTest {

    /** How far an estimate may be from the simulated scan. */
    private static final Percentage ERROR_MAX = Percentage.withPercentage(2);

    /**
     * The same where silent servers are asked several times, and waited for at the end. That last wait
     * of some 40 s does not grow with the scan, so a short scan is further off.
     */
    private static final Percentage ERROR_MAX_OF_ALL = Percentage.withPercentage(15);

    private static final int MANY = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private static Politeness limits(int total, int perServer, int perPrefix) {
        return new Politeness(total, perServer, perPrefix, MANY);
    }

    private static void isAsLongAsTheScan(SimulatedScan scan, Politeness politeness, Percentage error) {
        double estimated = new Estimate(scan.workload(), politeness, 1).seconds();
        Duration taken = scan.duration(politeness);
        if (Boolean.getBoolean("zonedrift.show")) {
            System.out.printf("%s: estimated %.1f s, took %s%n", politeness, estimated, taken);
        }
        assertThat(estimated).isCloseTo(taken.toNanos() / NANOS_PER_SECOND, error);
    }

    @ParameterizedTest
    @CsvSource({
        "400,    20,  50, 1000000",
        "800,    20,  50, 1000000",
        "400, 10000,  50,       1",
        "800, 10000,  50,       2",
        "800, 10000,   1, 1000000",
    })
    void aSmallScanTakesAsLongAsThePlanSays(int zones, int total, int perServer, int perPrefix) {
        Politeness politeness = limits(total, perServer, perPrefix);
        isAsLongAsTheScan(new SimulatedScan(zones, Part.ANSWERING), politeness, ERROR_MAX);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "6000,   200,  50, 1000000",
        "6000, 10000,  50,      10",
        "6000, 10000,   2, 1000000",
    })
    void aBiggerScanTakesAsLongAsThePlanSays(int zones, int total, int perServer, int perPrefix) {
        Politeness politeness = limits(total, perServer, perPrefix);
        isAsLongAsTheScan(new SimulatedScan(zones, Part.ANSWERING), politeness, ERROR_MAX);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "1500,     20,  50, 1000000",
        "12000,   100,  50, 1000000",
        "6000,  10000,  50,      10",
    })
    void silentServersComeOnTopOfThePlan(int zones, int total, int perServer, int perPrefix) {
        Politeness politeness = limits(total, perServer, perPrefix);
        isAsLongAsTheScan(new SimulatedScan(zones, Part.ALL), politeness, ERROR_MAX_OF_ALL);
    }

    private static ServerAddress address(int last) {
        return ServerAddress.of(new byte[] {(byte) 198, 51, 100, (byte) last}, ServerAddress.DNS_PORT);
    }

    private static Server server(String host, ServerAddress... addresses) {
        return new Server(DomainName.parse(host), List.of(addresses));
    }

    @Test
    void theLimitThatIsReachedLastBoundsAScan() {
        Workload workload = new Workload(new Usage(1, 0));
        for (int zone = 0; zone < 100; zone++) {
            workload.add(List.of(server("ns1.example", address(1)), server("ns" + zone + ".example", address(zone))));
        }
        Estimate estimate = new Estimate(workload, limits(100, 5, 8), 1);

        assertThat(estimate.bounds().get(0).what()).isEqualTo("198.51.100.0/24");
        assertThat(estimate.seconds()).isCloseTo(199 / 8.0, within(.01));
        assertThat(estimate.busiest(1).get(0).what()).isEqualTo("198.51.100.1");
    }

    @Test
    void anAddressUnderTwoNamesIsAskedOnce() {
        Workload workload = new Workload(new Usage(2, 0));
        workload.add(List.of(server("ns1.example", address(1)), server("ns2.example", address(1))));
        assertThat(workload.questions()).isEqualTo(1);
    }

    @Test
    void aServerWithoutKnownAddressesStandsForAsManyAsOneIsThoughtToHave() {
        Workload workload = new Workload(new Usage(2, 0));
        workload.add(List.of(server("ns1.example"), server("ns2.example")));
        assertThat(workload.questions()).isEqualTo(4);
        assertThat(workload.perAddress()).allMatch(share -> share.questions() == 1);
    }

    @Test
    void aZoneOfASampleStandsForMany() {
        Workload workload = new Workload(new Usage(1, 0));
        workload.add(List.of(server("ns1.example")));
        assertThat(new Estimate(workload, limits(0, 50, 200), 5_000).seconds()).isEqualTo(100);
    }
}
