package org.zonedrift.cli.demo;

import java.util.concurrent.CountDownLatch;
import org.zonedrift.cli.check.DigLines;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/** Keeps the simulated servers up for those who would rather look for themselves. */
final class Holding {

    private final Streams streams;
    private final Interruption interruption;

    Holding(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    void hold(SimulatedInternet internet, Gazette gazette) {
        streams.err().println();
        streams.err().println("The servers stay up until you press Ctrl-C. Look for yourself, from the root down:");
        internet.rootServers().stream()
                .limit(1)
                .forEach(root -> streams.err().println("  " + DigLines.line(DomainName.ROOT, root)));
        for (ZoneReport report : gazette.mismatches()) {
            DomainName zone = report.name();
            for (ServerRow row : report.judgement().servers()) {
                if (zone != null) {
                    streams.err().println("  " + DigLines.line(zone, row.address()));
                }
            }
        }
        CountDownLatch ended = new CountDownLatch(1);
        interruption.react(ended::countDown);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
