package org.zonedrift.cli.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.ScanTraffic;
import org.zonedrift.exchange.Uplink;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Counts;
import org.zonedrift.telemetry.DatagramFaults;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;

/** What a scan sent, for what, and what was lost, through whose fault: lines for people. */
final class TrafficLines {

    private final ScanTraffic traffic;
    private final Telemetry telemetry;

    TrafficLines(ScanTraffic traffic) {
        this.traffic = traffic;
        this.telemetry = traffic.telemetry();
    }

    /** Datagrams and connections of the whole scan, those included that many zones share. */
    long sent() {
        return telemetry.udp().of(Count.SENT) + telemetry.tcp().of(Count.SENT);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Counts udp = telemetry.udp();
        Counts tcp = telemetry.tcp();
        lines.add("Queries: " + Words.count(udp.of(Count.SENT)) + " by UDP (" + Words.count(udp.of(Count.ANSWERED))
                + " answered), " + Words.count(tcp.of(Count.SENT)) + " by TCP, "
                + Words.count(udp.plus(tcp).of(Count.REPEATED)) + " of them repeated");
        lines.add("By kind: " + kinds());
        lines.add(losses(udp.plus(tcp)));
        addSpared(lines);
        return lines;
    }

    private String kinds() {
        List<String> parts = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            long sent = telemetry.udp(purpose).plus(telemetry.tcp(purpose)).of(Count.SENT);
            boolean isPromised =
                    purpose == Purpose.REGISTRY && !traffic.zonesAtHand().isEmpty();
            if (sent > 0 || isPromised) {
                parts.add(purpose.words() + " " + Words.count(sent));
            }
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private String losses(Counts all) {
        DatagramFaults faults = telemetry.faults();
        return "Lost: " + Words.counted(all.of(Count.UNHEARD), "query") + " without an answer ("
                + Words.share(all.of(Count.UNHEARD), all.of(Count.SENT)) + "); through our fault "
                + Words.counted(telemetry.droppedHere(), "answer") + " dropped by this machine; ignored: "
                + Words.count(faults.strays()) + " late or doubled, "
                + Words.count(faults.questionMismatches()) + " to another question, "
                + Words.count(faults.spoofSuspects()) + " perhaps forged";
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(TimeUnit.NANOSECONDS.toSeconds(nanos));
    }

    private void addSpared(List<String> lines) {
        for (Uplink.Outage outage : traffic.outages()) {
            lines.add("Nothing came from anywhere from " + time(outage.fromNanos()) + " to "
                    + (outage.toNanos() < 0 ? "the end" : time(outage.toNanos()))
                    + "; what failed then was asked anew");
        }
        if (!traffic.throttled().isEmpty()) {
            lines.add("Asked more slowly, since they lost or refused what we sent: "
                    + Words.counted(traffic.throttled().size(), "address"));
        }
        if (!traffic.silenced().isEmpty()) {
            lines.add("Left alone for a while, since they stopped answering: "
                    + Words.counted(traffic.silenced().size(), "address"));
        }
    }
}
