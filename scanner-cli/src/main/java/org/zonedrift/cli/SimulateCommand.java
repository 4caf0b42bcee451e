package org.zonedrift.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.FileTrouble;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.option.Numbers;
import org.zonedrift.cli.option.WeatherOptions;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.sim.climate.WorldClimate.RateLimits;
import org.zonedrift.sim.export.WorldFiles;
import org.zonedrift.sim.gallery.Exhibit;
import org.zonedrift.sim.gallery.Gallery;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a simulated Internet to whoever asks, writes it to files, or shows its gallery. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Serves a simulated Internet on loopback addresses until it is interrupted.")
final class SimulateCommand implements Callable<Integer> {

    private static final String IPV6_ROUTE = "ip -6 route add local fd53::/64 dev lo";

    private final Streams streams;
    private final Interruption interruption;

    @Option(
            names = "--zones",
            paramLabel = "N",
            defaultValue = "2000",
            description = "how many zones there are (default: ${DEFAULT-VALUE})")
    long zones;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "which world it is (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--profile",
            paramLabel = "toplist|tld",
            defaultValue = "toplist",
            description = "what it resembles (default: ${DEFAULT-VALUE})")
    Profile profile = Profile.TOPLIST;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + SimulatedInternet.DEFAULT_PORT,
            converter = Numbers.OwnPort.class,
            description = "where its servers listen (default: ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "write names, root hints, zone files, the truth and scan.args there, and end")
    @Nullable
    Path export;

    @Option(names = "--gallery", description = "list the zones that each show one behaviour, and serve them too")
    boolean gallery;

    @Option(
            names = "--ipv6",
            description = "serve IPv6 addresses too, in a network namespace as a rule; the system must take them for "
                    + "its own: " + IPV6_ROUTE)
    boolean ipv6;

    @Mixin
    private final WeatherOptions weather = new WeatherOptions();

    SimulateCommand(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Families families = ipv6 ? Families.DUAL : Families.IPV4;
        Gallery exhibition = new Gallery(families);
        World.Origin origin = origin(families);
        World world = gallery ? new World(origin, exhibition.annexes()) : new World(origin);
        if (gallery) {
            list(exhibition);
        }
        if (export != null) {
            return write(world, export);
        }
        serve(world);
        return ExitCode.OK;
    }

    private World.Origin origin(Families families) {
        try {
            return new World.Origin(profile, seed, zones, World.DEFAULT_POOL, families);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUsage("--zones " + zones + ": " + e.getMessage());
        }
    }

    private Climate climate(World world) {
        long now = TimeUnit.SECONDS.toNanos(Instant.now().getEpochSecond());
        return weather.climate(world, Duration.ZERO, RateLimits.AS_ON_THE_INTERNET, now);
    }

    private void list(Gallery exhibition) {
        try (Printer printer = streams.printer()) {
            for (Exhibit exhibit : exhibition.exhibits()) {
                String needs = exhibit.needs();
                printer.line(exhibit.name() + "\t" + exhibit.truth().verdict() + "\t" + exhibit.wrong()
                        + (needs.isEmpty() ? "" : " (" + needs + " shows it)"));
            }
        }
    }

    private int write(World world, Path directory) {
        try {
            new WorldFiles(world, port).writeTo(directory);
        } catch (IOException e) {
            throw Refusal.cannot("--export " + directory + " cannot be written: " + FileTrouble.words(e));
        }
        String quoted = directory.toString().contains(" ") ? "'" + directory + "'" : directory.toString();
        streams.err()
                .println("Written. Serve it:  zonedrift simulate --zones " + zones + " --seed " + seed + " --profile "
                        + profile.key() + " --port " + port + (ipv6 ? " --ipv6" : ""));
        streams.err().println("Scan it:   zonedrift scan @" + quoted + "/scan.args " + quoted + "/domains.txt");
        return ExitCode.OK;
    }

    private void serve(World world) {
        try (SimulatedInternet internet = weather.isCalm()
                ? SimulatedInternet.serve(world, port)
                : SimulatedInternet.serve(world, port, climate(world))) {
            if (ipv6 && !internet.isReachedOverIpv6()) {
                throw Refusal.cannot("the IPv6 addresses of the servers lead nowhere; on Linux, in a network namespace,"
                        + " this helps: " + IPV6_ROUTE);
            }
            streams.err()
                    .println("A simulated Internet of " + Words.counted(zones, "zone") + " (seed " + seed
                            + ") listens on port " + internet.port() + "; its root is at "
                            + internet.rootServers().get(0) + ". Ctrl-C ends it.");
            CountDownLatch ended = new CountDownLatch(1);
            interruption.react(ended::countDown);
            ended.await();
        } catch (UncheckedIOException e) {
            throw Refusal.cannot(e.getMessage() + ": is another one running? --port chooses another port");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
