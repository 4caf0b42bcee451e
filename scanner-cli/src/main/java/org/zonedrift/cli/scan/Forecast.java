package org.zonedrift.cli.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Target;
import org.zonedrift.input.Targets;
import org.zonedrift.zone.DomainName;

/** How long a polite scan takes at least, as far as its input tells, found by reading it once beforehand. */
public final class Forecast {

    /** Some 250,000 zones, read in about a second; more would delay the first packet. */
    private static final long OCTETS_MAX = 1L << 25;

    /** What an octet of a packed file stands for: zone files and lists become an eighth. */
    private static final int UNPACKED = 8;

    /** At some 150 octets each, 30 MB; the busiest servers come early enough to be among them. */
    private static final int HOSTS_MAX = 200_000;

    /** Of a zone whose servers nobody knows yet: one for its delegation, and four addresses. */
    private static final int QUERIES_A_ZONE = 5;

    private final Politeness politeness;
    private final Map<DomainName, Long> zonesByHost = new HashMap<>();
    private long targets;
    private long probes;

    private Forecast(Politeness politeness) {
        this.politeness = politeness;
    }

    /** Reads them all; nothing where that would delay the first packet. */
    public static Optional<Forecast> of(Inputs opened, Targets targets, Politeness politeness) {
        if (octetsInside(opened) > OCTETS_MAX) {
            return Optional.empty();
        }
        Forecast forecast = new Forecast(politeness);
        for (Optional<Target> next = targets.next(); next.isPresent(); next = targets.next()) {
            forecast.count(next.get());
        }
        return Optional.of(forecast);
    }

    /** Of all input files together; a pipe counts as less than nothing. */
    public static long octets(Inputs opened) {
        return opened.files().stream()
                .mapToLong(file -> file.identity().bytes())
                .sum();
    }

    private static long octetsInside(Inputs opened) {
        return opened.files().stream()
                .mapToLong(file -> file.identity().bytes() * (file.isPacked() ? UNPACKED : 1))
                .sum();
    }

    private void count(Target target) {
        targets++;
        if (!(target instanceof Target.Zone zone)) {
            return;
        }
        Set<DomainName> hosts =
                zone.delegation() == null ? Set.of() : zone.delegation().nameServers();
        probes += hosts.isEmpty() ? QUERIES_A_ZONE : hosts.size();
        for (DomainName host : hosts) {
            if (zonesByHost.size() < HOSTS_MAX || zonesByHost.containsKey(host)) {
                zonesByHost.merge(host, 1L, Long::sum);
            }
        }
    }

    public long targets() {
        return targets;
    }

    /** One line for people. */
    public String line() {
        String line = "Planned: " + Words.counted(targets, "target") + ", about " + Words.count(probes) + " queries";
        Optional<Map.Entry<DomainName, Long>> busiest =
                zonesByHost.entrySet().stream().max(Map.Entry.comparingByValue());
        long seconds = politeness.total() == 0 ? 0 : probes / politeness.total();
        if (busiest.isPresent() && politeness.perServer() > 0) {
            long slowest = busiest.get().getValue() / politeness.perServer();
            seconds = Math.max(seconds, slowest);
            line += "; the busiest server is " + busiest.get().getKey() + " with "
                    + Words.counted(busiest.get().getValue(), "zone");
        }
        return seconds == 0
                ? line + "."
                : line + "; within the limits that takes " + Words.span(seconds) + " at least.";
    }
}
