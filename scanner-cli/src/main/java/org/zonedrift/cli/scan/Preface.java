package org.zonedrift.cli.scan;

import java.net.InetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zonedrift.ScanPlan;
import org.zonedrift.cli.option.Spoken;
import org.zonedrift.run.Manifest;
import org.zonedrift.run.Manifest.Part;
import org.zonedrift.zone.AddressFamily;

/**
 * What can be said of a scan before it begins.
 *
 * @param spoken the command line, and all options
 * @param contact who answers for it; empty where nobody said
 * @param notes what the user wants to be told with it
 */
public record Preface(Spoken spoken, String contact, Map<String, String> notes) {

    public Preface {
        notes = Map.copyOf(notes);
    }

    /** The manifest as far as it goes. */
    public Manifest manifest(Ledger ledger, ScanPlan plan, List<InetAddress> sources, Vantage tested) {
        Manifest manifest = new Manifest()
                .with(Part.RUN_ID, ledger.terms().runId())
                .with(Part.TOOL, Provenance.tool())
                .with(Part.STARTED_AT, instant(ledger.terms().nowMillis()))
                .with(Part.COMMAND_LINE, spoken.line())
                .with(Part.CONFIG, new TreeMap<>(spoken.options()))
                .with(Part.NOTES, new TreeMap<>(notes))
                .with(Part.VANTAGE, vantage(plan, sources, tested))
                .with(Part.DATA, Provenance.data())
                .with(Part.LIMITS, limits(plan))
                .with(
                        Part.RESUMED,
                        ledger.resumedAt().stream().map(Preface::instant).toList());
        return contact.isEmpty() ? manifest : manifest.with(Part.CONTACT, contact);
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static Map<String, Object> vantage(ScanPlan plan, List<InetAddress> sources, Vantage tested) {
        Map<String, Object> vantage = new LinkedHashMap<>();
        vantage.put(
                "source_addresses",
                sources.stream().map(InetAddress::getHostAddress).toList());
        vantage.put("ipv4", plan.safety().families().contains(AddressFamily.IPV4));
        vantage.put("ipv6", plan.safety().families().contains(AddressFamily.IPV6));
        vantage.put("self_tests", tested.tests());
        return vantage;
    }

    private static Map<String, Object> limits(ScanPlan plan) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("total_qps", plan.politeness().total());
        limits.put("per_server_qps", plan.politeness().perServer());
        limits.put("zones_in_flight", plan.inFlight().active());
        limits.put("zones_waiting", plan.inFlight().parked());
        return limits;
    }
}
