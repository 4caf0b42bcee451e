package org.zonedrift.cli.scan;

import java.net.InetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zonedrift.InFlightLimits;
import org.zonedrift.ScanPlan;
import org.zonedrift.cli.option.NamingOptions;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.option.Spoken;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.run.Manifest;
import org.zonedrift.run.Manifest.Part;
import org.zonedrift.run.RunDirectory.Terms;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/**
 * What can be said of a scan before it begins.
 *
 * @param spoken the command line, and all options
 * @param naming where the search for servers begins
 * @param safety who is left alone, and who answers for the scan
 * @param notes what the user wants to be told with it
 */
public record Preface(Spoken spoken, NamingOptions naming, SafetyOptions safety, Map<String, String> notes) {

    public Preface {
        notes = Map.copyOf(notes);
    }

    /** The manifest as far as it goes. */
    public Manifest manifest(Ledger ledger, ScanPlan plan, List<InetAddress> sources, Vantage tested) {
        return manifest(ledger.terms(), plan.naming().resolvers())
                .with(Part.VANTAGE, vantage(plan, sources, tested))
                .with(Part.LIMITS, limits(plan.politeness(), plan.inFlight()))
                .with(
                        Part.RESUMED,
                        ledger.resumedAt().stream().map(Preface::instant).toList());
    }

    /** The same where others look, who tell later from where they do. */
    public Manifest manifest(Terms terms, List<ServerAddress> resolvers) {
        Manifest manifest = new Manifest()
                .with(Part.RUN_ID, terms.runId())
                .with(Part.TOOL, Provenance.tool())
                .with(Part.STARTED_AT, instant(terms.nowMillis()))
                .with(Part.COMMAND_LINE, spoken.line())
                .with(Part.CONFIG, new TreeMap<>(spoken.options()))
                .with(Part.NOTES, new TreeMap<>(notes))
                .with(Part.DATA, data())
                .with(
                        Part.RESOLVERS,
                        resolvers.stream().map(ServerAddress::toString).toList())
                .with(Part.RESUMED, List.of());
        return safety.contact().isEmpty() ? manifest : manifest.with(Part.CONTACT, safety.contact());
    }

    /** The data that it is made with; exclusions may change while it runs. */
    public Map<String, Object> data() {
        return Provenance.data(naming.hintsText(), safety.exclusionVersions());
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    /** From where a scanner looks. */
    public static Map<String, Object> vantage(ScanPlan plan, List<InetAddress> sources, Vantage tested) {
        Map<String, Object> vantage = new LinkedHashMap<>();
        vantage.put(
                "source_addresses",
                sources.stream().map(InetAddress::getHostAddress).toList());
        vantage.put("ipv4", plan.safety().families().contains(AddressFamily.IPV4));
        vantage.put("ipv6", plan.safety().families().contains(AddressFamily.IPV6));
        vantage.put("self_tests", tested.tests());
        return vantage;
    }

    /** What others are spared. */
    public static Map<String, Object> limits(Politeness politeness, InFlightLimits inFlight) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("total_qps", politeness.total());
        limits.put("per_server_qps", politeness.perServer());
        limits.put("per_prefix_qps", politeness.perPrefix());
        limits.put("per_operator_qps", politeness.perOperator());
        limits.put("zones_in_flight", inFlight.active());
        limits.put("zones_waiting", inFlight.parked());
        return limits;
    }
}
