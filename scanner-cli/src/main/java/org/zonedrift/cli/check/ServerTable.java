package org.zonedrift.cli.check;

import java.util.List;
import java.util.Optional;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.cli.console.Style;
import org.zonedrift.cli.console.Table;
import org.zonedrift.cli.console.Table.Cell;
import org.zonedrift.cli.console.Table.Column;
import org.zonedrift.cli.watch.ServerLag;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.ServerRow;

/** The servers of one zone, address by address: what each said, and how far it is behind. */
final class ServerTable {

    private final Judgement judgement;
    private final Style style;

    ServerTable(Judgement judgement, Style style) {
        this.judgement = judgement;
        this.style = style;
    }

    List<String> lines() {
        Table table = new Table(
                Column.left("name server"),
                Column.left("address"),
                Column.right("serial"),
                Column.right("lag"),
                Column.right("in time"),
                Column.left("outcome"),
                Column.right("rtt"),
                Column.left("NSID"));
        judgement.servers().forEach(server -> table.row(cells(server)));
        return judgement.servers().isEmpty() ? List.of() : table.lines(style);
    }

    private Cell[] cells(ServerRow server) {
        Observation seen = server.observation();
        String outcome = seen.outcome().name();
        return new Cell[] {
            Cell.of(server.ns().host().toString()),
            Cell.of(server.address().host()),
            serial(server),
            Cell.of(lag(server)),
            Cell.of(timeLag(server)),
            new Cell(outcome, dressed(seen.outcome())),
            Cell.of(
                    seen.course().rttNanos() < 0
                            ? ""
                            : Words.millis(seen.course().rttNanos())),
            Cell.of(nsid(seen))
        };
    }

    private Cell serial(ServerRow server) {
        if (server.observation().soa() == null) {
            return Cell.of("");
        }
        String serial = server.observation().soa().serial().toString();
        return server.position() == Position.BEHIND ? new Cell(serial, style.bad(serial)) : Cell.of(serial);
    }

    private static String lag(ServerRow server) {
        if (server.position() == null) {
            return "";
        }
        return switch (server.position()) {
            case EQUAL -> "";
            case BEHIND, AHEAD -> Words.count(server.lag());
            case INCOMPARABLE -> "?";
        };
    }

    private String timeLag(ServerRow server) {
        Optional<Long> seconds = ServerLag.seconds(judgement, server);
        if (seconds.isEmpty() || seconds.get() == 0) {
            return "";
        }
        return (seconds.get() < 0 ? "-" : "") + Words.span(Math.abs(seconds.get()));
    }

    private String dressed(Outcome outcome) {
        return switch (outcome.meaning()) {
            case USABLE -> style.good(outcome.name());
            case LAME -> style.bad(outcome.name());
            case UNREACHABLE -> style.doubtful(outcome.name());
            case SKIPPED -> style.faint(outcome.name());
        };
    }

    /** Printable octets as they are, and the whole in hex where one is not. */
    private static String nsid(Observation seen) {
        byte[] nsid = seen.edns() == null ? null : seen.edns().nsid();
        return nsid == null ? "" : SafeText.of(NsidText.of(nsid));
    }
}
