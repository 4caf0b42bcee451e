package org.zonedrift.cli.live;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.SoaRecord;

/** What watched zones and their servers said last, as meters. */
public final class ZoneNumbers {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge serials = gauge("zonedrift.serial", "what a server of a zone says");
    private final MultiGauge behind = gauge("zonedrift.server.behind", "1 where a server is behind the others");
    private final MultiGauge mismatches = gauge("zonedrift.zone.mismatch", "1 where the servers of a zone disagree");

    private MultiGauge gauge(String name, String meaning) {
        return MultiGauge.builder(name).description(meaning).register(registry);
    }

    /** Takes the place of what was shown before. */
    public void show(List<ZoneReport> reports) {
        List<Row<?>> zones = new ArrayList<>();
        List<Row<?>> told = new ArrayList<>();
        List<Row<?>> late = new ArrayList<>();
        for (ZoneReport report : reports) {
            String zone = String.valueOf(report.name());
            zones.add(Row.of(Tags.of("zone", zone), isMismatch(report) ? 1 : 0));
            for (ServerRow server : report.judgement().servers()) {
                Tags tags = Tags.of(
                        "zone", zone,
                        "server", server.ns().host().toString(),
                        "address", server.address().host());
                SoaRecord soa = server.observation().soa();
                if (soa != null && server.observation().isUsable()) {
                    told.add(Row.of(tags, soa.serial().value()));
                    late.add(Row.of(tags, server.position() == Position.BEHIND ? 1 : 0));
                }
            }
        }
        mismatches.register(zones, true);
        serials.register(told, true);
        behind.register(late, true);
    }

    private static boolean isMismatch(ZoneReport report) {
        Verdict verdict = report.judgement().verdict();
        return verdict == Verdict.MISMATCH || verdict == Verdict.MISMATCH_SOURCES;
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }
}
