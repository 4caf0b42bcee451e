package org.zonedrift.sim.scan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.LookPlan.Primaries;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.probe.ChildNs;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Mishaps;
import org.zonedrift.sim.network.RateLimit;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.wire.EdnsOption;

/**
 * A world, a weather and a configuration that follow from a seed, within what may happen.
 *
 * @param kills how often the scan is killed and resumed on its way
 */
record Storm(
        long seed,
        World.Origin origin,
        Weather weather,
        Asking asking,
        Politeness politeness,
        LookPlan looks,
        GluePolicy glue,
        Set<EdnsOption> evidence,
        InFlightLimits inFlight,
        int lanes,
        int kills) {

    /** Small enough for two hundred storms in seconds; in every tenth zone something is wrong. */
    private static final int ZONES_MAX = 60;

    private static final long SECOND = 1_000_000_000L;

    static Storm of(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        Profile profile = Profile.values()[dice.nextInt(Profile.values().length)];
        Families families = Families.values()[dice.nextInt(Families.values().length)];
        return new Storm(
                seed,
                new World.Origin(profile, dice.nextLong(), 1 + dice.nextInt(ZONES_MAX), World.DEFAULT_POOL, families),
                weather(dice),
                new Asking(Duration.ofMillis(300 + dice.nextInt(2_000)), 1 + dice.nextInt(4)),
                politeness(dice),
                looks(dice),
                GluePolicy.values()[dice.nextInt(GluePolicy.values().length)],
                evidence(dice),
                new InFlightLimits(1 + dice.nextInt(100), 1 + dice.nextInt(20)),
                1 + dice.nextInt(3),
                dice.nextInt(3));
    }

    private static Weather weather(SplittableRandom dice) {
        Delay delay = dice.nextBoolean()
                ? Delay.logNormal(Duration.ofMillis(5 + dice.nextInt(200)), dice.nextDouble())
                : Delay.of(Duration.ofMillis(dice.nextInt(400)));
        Mishaps mishaps = Mishaps.NONE;
        if (dice.nextInt(3) > 0) {
            mishaps = mishaps.withLoss(dice.nextDouble() * .3)
                    .withDuplication(dice.nextDouble() * .3)
                    .withReordering(dice.nextDouble() * .3)
                    .withForgery(dice.nextDouble() * .3);
        }
        Weather weather = Weather.calm(delay).with(mishaps);
        if (dice.nextInt(4) == 0) {
            weather = weather.with(new RateLimit(5 + dice.nextInt(100), dice.nextInt(3)));
        }
        return dice.nextInt(4) == 0 ? weather.withOutage(outage(dice)) : weather;
    }

    /** Nothing passes for some seconds, again and again. */
    private static LongPredicate outage(SplittableRandom dice) {
        long every = (20 + dice.nextInt(100)) * SECOND;
        long length = (1 + dice.nextInt(15)) * SECOND;
        long shift = dice.nextLong(every);
        return instant -> Math.floorMod(instant + shift, every) < length;
    }

    private static Politeness politeness(SplittableRandom dice) {
        return dice.nextBoolean()
                ? Politeness.NONE
                : new Politeness(
                        20 + dice.nextInt(1_000), 5 + dice.nextInt(60), 20 + dice.nextInt(200), 50 + dice.nextInt(500));
    }

    private static LookPlan looks(SplittableRandom dice) {
        List<Duration> rechecks = new ArrayList<>();
        int after = 0;
        for (int round = dice.nextInt(3); round > 0; round--) {
            after += 1 + dice.nextInt(30);
            rechecks.add(Duration.ofSeconds(after));
        }
        return new LookPlan(
                ChildNs.values()[dice.nextInt(ChildNs.values().length)],
                Primaries.values()[dice.nextInt(Primaries.values().length)],
                rechecks,
                LookPlan.ComparedData.NONE,
                LookPlan.Besides.NOBODY);
    }

    private static Set<EdnsOption> evidence(SplittableRandom dice) {
        EnumSet<EdnsOption> chosen = EnumSet.noneOf(EdnsOption.class);
        for (EdnsOption option : EdnsOption.values()) {
            if (dice.nextBoolean()) {
                chosen.add(option);
            }
        }
        return chosen;
    }

    Climate climate() {
        return Climate.everywhere(weather);
    }

    World world() {
        return new World(origin);
    }
}
