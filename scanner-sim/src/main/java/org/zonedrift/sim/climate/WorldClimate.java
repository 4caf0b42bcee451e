package org.zonedrift.sim.climate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Mishaps;
import org.zonedrift.sim.network.RateLimit;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Circumstances;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.ServerAddress;

/** The weather that the parameters of a world give each of its servers. */
public final class WorldClimate implements Climate {

    /** Whether servers limit how often one asks them. */
    public enum RateLimits {
        NONE,
        AS_ON_THE_INTERNET
    }

    private final World world;
    private final RateLimits limits;

    public WorldClimate(World world, RateLimits limits) {
        this.world = world;
        this.limits = limits;
    }

    @Override
    public Weather at(ServerAddress server) {
        Circumstances here = world.circumstancesAt(Place.at(server.octets()));
        // Half of the round trips' losses on the way there, half on the way back.
        double lossOneWay = 1 - Math.sqrt(1 - here.loss());
        Weather weather = Weather.calm(random -> oneWayNanos(here, random))
                .withThinkTime(Delay.between(micros(here.thinkLeastMicros()), micros(here.thinkMostMicros())))
                .with(Mishaps.NONE.withLoss(lossOneWay));
        boolean limited = limits == RateLimits.AS_ON_THE_INTERNET && here.answersPerSecond() > 0;
        return limited ? weather.with(new RateLimit(here.answersPerSecond(), here.slip())) : weather;
    }

    private static Duration micros(double micros) {
        return Duration.ofNanos((long) (micros * TimeUnit.MICROSECONDS.toNanos(1)));
    }

    /** Half the round trip, a little more or less each time, and sometimes far more. */
    private static long oneWayNanos(Circumstances here, RandomGenerator random) {
        double jittered = here.rttMillis() * (1 + here.jitter() * (2 * random.nextDouble() - 1));
        double millis = random.nextDouble() < here.spikeShare() ? jittered * here.spikeFactor() : jittered;
        return (long) (millis / 2 * TimeUnit.MILLISECONDS.toNanos(1));
    }
}
