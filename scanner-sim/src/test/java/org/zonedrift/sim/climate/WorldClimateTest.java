package org.zonedrift.sim.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.sim.climate.WorldClimate.RateLimits;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.RateLimit;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Circumstances;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.ServerAddress;

class WorldClimateTest {

    private static final int PACKETS = 20_000;

    private final World world = new World(World.Origin.of(Profile.TOPLIST, 7, 100));
    private final Climate climate = new WorldClimate(world, RateLimits.AS_ON_THE_INTERNET);

    @Test
    void theSameAddressHasTheSameWeatherAndAnotherSeedAnother() {
        World other = new World(World.Origin.of(Profile.TOPLIST, 8, 100));
        long place = world.places().get(40);
        assertThat(world.circumstancesAt(place)).isEqualTo(world.circumstancesAt(place));
        assertThat(other.circumstancesAt(place)).isNotEqualTo(world.circumstancesAt(place));
    }

    @Test
    void halfOfAllPacketsTakeHalfTheUsualRoundTripOrLess() {
        long place = world.places().get(40);
        double oneWay = world.circumstancesAt(place).rttMillis() / 2;
        double[] millis = delays(climate.at(server(place)).delay());
        assertThat(millis[PACKETS / 2]).isCloseTo(oneWay, within(oneWay * .005));
        assertThat(millis[0]).isGreaterThanOrEqualTo(oneWay * .95 - 1e-6);
        assertThat(millis[(int) (PACKETS * .99)]).isLessThanOrEqualTo(oneWay * 1.05 + 1e-6);
        assertThat(millis[(int) (PACKETS * .998)]).isGreaterThan(oneWay * 2.8);
        long spikes =
                Arrays.stream(millis).filter(delay -> delay > oneWay * 2.8).count();
        assertThat((double) spikes).isCloseTo(PACKETS * .005, within(5 * Math.sqrt(PACKETS * .005 * .995)));
    }

    @Test
    void aServerThinksAsLongAsTheParametersAllow() {
        double[] millis = delays(climate.at(server(world.places().get(3))).think());
        assertThat(millis[PACKETS / 2]).isCloseTo(.525, within(5 * .95 * .5 / Math.sqrt(PACKETS)));
        assertThat(millis[0]).isBetween(.050, .052);
        assertThat(millis[PACKETS - 1]).isBetween(.998, 1.0);
    }

    @Test
    void bothWaysTogetherLoseWhatTheRoundTripLoses() {
        for (long place : world.places()) {
            double oneWay = climate.at(server(place)).mishaps().loss();
            assertThat(1 - (1 - oneWay) * (1 - oneWay))
                    .isCloseTo(world.circumstancesAt(place).loss(), within(1e-12));
        }
    }

    @Test
    void serversLimitAnswersOnlyWhereThatIsWanted() {
        Climate unlimited = new WorldClimate(world, RateLimits.NONE);
        int limited = 0;
        for (long place : world.places()) {
            Circumstances here = world.circumstancesAt(place);
            assertThat(unlimited.at(server(place)).limit()).isEqualTo(RateLimit.NONE);
            assertThat(climate.at(server(place)).limit())
                    .isEqualTo(
                            here.answersPerSecond() == 0
                                    ? RateLimit.NONE
                                    : new RateLimit(here.answersPerSecond(), here.slip()));
            limited += here.answersPerSecond() > 0 ? 1 : 0;
        }
        assertThat(limited).isPositive();
    }

    @Test
    void outagesConcernTheirServersAndTheirTime() {
        long start = TimeUnit.DAYS.toNanos(1);
        AddressBlock block = AddressBlock.parse("127.64.1.0/24").orElseThrow();
        Outage outage = new Outage(Duration.ofSeconds(10), Duration.ofSeconds(60), block);
        Climate calm = Climate.everywhere(Weather.calm(Delay.of(Duration.ofMillis(1))));
        Climate outages = new ScheduledOutages(calm, List.of(outage), start);
        Weather there = outages.at(server(Place.of(127, 64, 1, 9)));
        Weather beside = outages.at(server(Place.of(127, 64, 2, 9)));
        assertThat(IntStream.of(9, 10, 69, 70)
                        .mapToObj(second -> there.outage().test(start + TimeUnit.SECONDS.toNanos(second))))
                .containsExactly(false, true, true, false);
        assertThat(beside.outage().test(start + TimeUnit.SECONDS.toNanos(20))).isFalse();
    }

    private static double[] delays(Delay delay) {
        SplittableRandom random = new SplittableRandom(3);
        return IntStream.range(0, PACKETS)
                .mapToDouble(i -> delay.nanos(random) / 1e6)
                .sorted()
                .toArray();
    }

    private static ServerAddress server(long place) {
        return ServerAddress.of(Place.octets(place), 53);
    }
}
