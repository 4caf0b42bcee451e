package org.zonedrift.cli.check;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.watch.ServerLag;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Position;
import org.zonedrift.verdict.Reference;
import org.zonedrift.verdict.SerialRow;
import org.zonedrift.verdict.SerialSummary;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.zone.SerialNumber;

/** Who is behind whom, by how much, and for at least how long. */
final class MismatchSentence {

    private final Judgement judgement;

    MismatchSentence(Judgement judgement) {
        this.judgement = judgement;
    }

    String text() {
        SerialSummary serial = judgement.serial();
        if (serial == null || serial.reference().serial() == null) {
            return "The servers show serials without an order: " + bySerial() + ".";
        }
        List<ServerRow> behind = at(Position.BEHIND);
        List<ServerRow> ahead = at(Position.AHEAD);
        StringBuilder text = new StringBuilder();
        if (!behind.isEmpty()) {
            text.append(behind(behind, serial));
        }
        if (!ahead.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ").append(ahead(ahead, serial.reference()));
        }
        return text.length() == 0 ? "The servers show " + bySerial() + "." : text.toString();
    }

    private List<ServerRow> at(Position position) {
        return judgement.servers().stream()
                .filter(row -> row.position() == position)
                .toList();
    }

    private String behind(List<ServerRow> behind, SerialSummary serial) {
        ServerRow furthest =
                behind.stream().max(Comparator.comparingInt(ServerRow::lag)).orElseThrow();
        String time = ServerLag.seconds(judgement, furthest)
                .filter(seconds -> seconds > 0)
                .map(seconds -> " (" + Words.span(seconds) + ")")
                .orElse("");
        boolean several = hosts(behind).size() > 1;
        return who(behind) + (several ? " are" : " is") + " behind " + whom(serial.reference()) + " by "
                + (several ? "up to " : "") + Words.count(furthest.lag()) + time + since(serial) + ".";
    }

    private static String since(SerialSummary serial) {
        SerialSummary.TimeLag lag = serial.timeLag();
        return lag == null || lag.staleAtLeastSeconds() <= 0
                ? ""
                : ", for at least " + Words.span(lag.staleAtLeastSeconds());
    }

    private String ahead(List<ServerRow> ahead, Reference reference) {
        return who(ahead) + (hosts(ahead).size() > 1 ? " are" : " is") + " ahead of " + whom(reference)
                + ": the primary is older than its secondaries.";
    }

    /** {@code ns2.example (203.0.113.7: 2024010101)}. */
    private static String who(List<ServerRow> servers) {
        return hosts(servers).stream()
                .map(host -> host + " (" + addressesOf(host, servers) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String addressesOf(String host, List<ServerRow> servers) {
        return servers.stream()
                .filter(row -> row.ns().host().toString().equals(host))
                .map(row -> row.address().host() + ": " + serialOf(row))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable SerialNumber serialOf(ServerRow row) {
        return row.observation().soa() == null ? null : row.observation().soa().serial();
    }

    private static Set<String> hosts(List<ServerRow> servers) {
        return servers.stream()
                .map(row -> row.ns().host().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String whom(Reference reference) {
        String serial = String.valueOf(reference.serial());
        return switch (reference.kind()) {
            case USER -> chosen(reference) + " (" + serial + "),";
            case MNAME -> "the primary, " + primary() + " (" + serial + "),";
            case MAX -> "the newest serial (" + serial + ")";
            case MAJORITY -> "the majority (" + serial + ")";
            case NONE -> "the others";
        };
    }

    private static String chosen(Reference reference) {
        return reference.address() == null ? "" : reference.address().host();
    }

    private String primary() {
        return judgement.soa() == null ? "" : judgement.soa().mname().toString();
    }

    private String bySerial() {
        return judgement.serials().stream().map(this::group).collect(Collectors.joining(", "));
    }

    private String group(SerialRow row) {
        Set<String> hosts = judgement.servers().stream()
                .filter(server -> row.serial().equals(serialOf(server)))
                .map(server -> server.ns().host().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return row.serial() + " at " + String.join(" and ", hosts);
    }
}
