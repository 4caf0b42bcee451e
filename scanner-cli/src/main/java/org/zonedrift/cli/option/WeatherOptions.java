package org.zonedrift.cli.option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.sim.climate.Outage;
import org.zonedrift.sim.climate.ScheduledOutages;
import org.zonedrift.sim.climate.WorldClimate;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Delay;
import org.zonedrift.sim.network.Mishaps;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.sim.world.World;
import picocli.CommandLine.Option;

/** The weather of a simulated Internet. */
public final class WeatherOptions {

    private static final double PERCENT = 100;

    /** What there is to choose from. */
    public enum Kind {
        /** Nothing is lost or late. */
        CALM,
        /** Distances, losses, think times as the parameters of the world give them to each server. */
        INTERNET
    }

    @Option(
            names = "--weather",
            paramLabel = "calm|internet",
            defaultValue = "calm",
            description = "calm, or distances, losses and think times as on the Internet, for each server its own "
                    + "(default: ${DEFAULT-VALUE})")
    Kind kind = Kind.CALM;

    @Option(
            names = "--loss",
            paramLabel = "PERCENT",
            defaultValue = "0",
            converter = Numbers.Percent.class,
            description = "lose so many of the round trips everywhere, in calm weather (default: ${DEFAULT-VALUE})")
    double loss;

    @Option(
            names = "--outage",
            paramLabel = "AFTER+LENGTH[@CIDR]",
            converter = Outages.class,
            description = "these servers, or all, are out of reach for so long, such as 10s+60s@127.64.1.0/24; "
                    + "repeatable")
    List<Outage> outages = new ArrayList<>();

    /** Whether every packet arrives, and at once. */
    public boolean isCalm() {
        return kind == Kind.CALM && loss == 0 && outages.isEmpty();
    }

    /**
     * The weather that was asked for.
     *
     * @param oneWay how long packets are under way where the weather is calm
     * @param limits whether servers limit what they answer, where the weather is the Internet's
     * @param beginning from when on outages count, in nanoseconds since 1970
     */
    public Climate climate(World world, Duration oneWay, WorldClimate.RateLimits limits, long beginning) {
        // Half of the round trips' losses on the way there, half on the way back.
        double lossOneWay = 1 - Math.sqrt(1 - loss / PERCENT);
        Climate usual = kind == Kind.INTERNET
                ? new WorldClimate(world, limits)
                : Climate.everywhere(Weather.calm(Delay.of(oneWay)).with(Mishaps.NONE.withLoss(lossOneWay)));
        return new ScheduledOutages(usual, outages, beginning);
    }
}
