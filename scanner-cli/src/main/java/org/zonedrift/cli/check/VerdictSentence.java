package org.zonedrift.cli.check;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Counts;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.SerialRow;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.verdict.SourceRow;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.DomainName;

/** A verdict in words: what was seen, and who is behind whom. */
final class VerdictSentence {

    private final ZoneReport report;
    private final Judgement judgement;

    VerdictSentence(ZoneReport report) {
        this.report = report;
        this.judgement = report.judgement();
    }

    String text() {
        return switch (judgement.verdict()) {
            case CONSISTENT -> agreement() + ".";
            case CONSISTENT_PARTIAL -> agreement() + "; " + unusable() + ".";
            case MISMATCH -> new MismatchSentence(judgement).text();
            case MISMATCH_SOURCES -> sources();
            case ONE_ANSWER -> oneAnswer();
            case UNSERVED -> unserved();
            case NXDOMAIN -> "The name does not exist: " + denier() + " denies it.";
            case NOT_A_ZONE -> notAZone();
            case DELEGATION_UNKNOWN -> "Who serves the zone could not be found out: " + reason() + ".";
            case SKIPPED -> "Not measured: " + reason() + ".";
            case ERROR -> "No verdict: " + reason() + ".";
        };
    }

    private String agreement() {
        Counts counts = judgement.counts();
        String who = counts.usable() == counts.addresses()
                ? "All " + Words.counted(counts.addresses(), "address") + " of "
                        + Words.counted(counts.ns(), "name server")
                : Words.count(counts.usable()) + " of " + Words.counted(counts.addresses(), "address");
        String serial = judgement.serials().size() == 1
                ? judgement.serials().get(0).serial().toString()
                : "serials that count as one";
        return who + " say " + serial;
    }

    /** {@code ns3.example (192.0.2.7) TIMEOUT}, for each address without a usable answer. */
    private String unusable() {
        String failed = servers(row -> !row.observation().isUsable())
                .map(row -> row.ns().host() + " (" + row.address().host() + ") "
                        + row.observation().outcome())
                .collect(Collectors.joining(", "));
        String lost = judgement.servers().isEmpty() || failed.isEmpty() ? "some names have no address" : failed;
        return "but not: " + lost;
    }

    private Stream<ServerRow> servers(java.util.function.Predicate<ServerRow> wanted) {
        return judgement.servers().stream().filter(wanted);
    }

    private String sources() {
        String parts = judgement.sources().stream().map(VerdictSentence::source).collect(Collectors.joining("; "));
        return "Independent sources disagree, and their serials have no common time line: " + parts + ".";
    }

    private static String source(SourceRow source) {
        String serials = source.distinct().stream().map(Object::toString).collect(Collectors.joining(" and "));
        return names(source.ns()) + " (MNAME " + source.mname() + ") say"
                + (source.ns().size() == 1 ? "s " : " ") + serials;
    }

    static String names(List<DomainName> hosts) {
        return hosts.stream().map(DomainName::toString).collect(Collectors.joining(", "));
    }

    private String oneAnswer() {
        String serial = judgement.serials().stream()
                .map(SerialRow::serial)
                .map(Object::toString)
                .collect(Collectors.joining());
        String others = judgement.reason() == Reason.SINGLE_ADDRESS ? "the zone has a single address" : unusable();
        return "Only one address answers, with " + serial + ": nothing to compare; " + others + ".";
    }

    private String unserved() {
        if (judgement.reason() == Reason.NO_ADDRESS) {
            return "Nobody serves the zone: none of its name servers has an address.";
        }
        TreeSet<String> outcomes = judgement.servers().stream()
                .map(row -> row.observation().outcome())
                .map(Outcome::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return "Nobody serves the zone: of " + Words.counted(judgement.counts().addresses(), "address")
                + ", every one is " + String.join(" or ", outcomes) + ".";
    }

    private String denier() {
        DomainName parent = parentZone();
        return parent == null ? "who was asked" : "the zone " + parent;
    }

    private @Nullable DomainName parentZone() {
        if (report.evidence() == null) {
            return null;
        }
        var source = report.evidence().delegation().source();
        return source.parentZone() != null ? source.parentZone() : source.enclosingZone();
    }

    private String notAZone() {
        DomainName inside = report.evidence() == null
                ? null
                : report.evidence().delegation().source().enclosingZone();
        String where = inside == null ? "" : " inside the zone " + inside;
        return switch (judgement.reason()) {
            case CNAME -> "Not a zone: the name is an alias (CNAME)" + where + ".";
            case DNAME -> "Not a zone: the name is redirected (DNAME)" + where + ".";
            default -> "Not a zone: the name lies" + (inside == null ? " inside another zone" : where) + ".";
        };
    }

    private String reason() {
        String key = judgement.reason().key();
        return report.error() == null ? key : key + ", " + report.error();
    }
}
