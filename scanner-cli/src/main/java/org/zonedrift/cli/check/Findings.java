package org.zonedrift.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.cli.console.Style;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Advice;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.ZoneReport;

/** One zone for people: the verdict, the sentence, the servers, and what else was found. */
public final class Findings {

    private final ZoneReport report;

    public Findings(ZoneReport report) {
        this.report = report;
    }

    public List<String> lines(Style style) {
        Judgement judgement = report.judgement();
        List<String> lines = new ArrayList<>();
        String reason = judgement.reason().key().equals("none")
                ? ""
                : " (" + judgement.reason().key() + ")";
        lines.add(style.strong(String.valueOf(report.name())) + ": "
                + dressed(judgement.verdict().name(), style) + reason);
        lines.add(SafeText.of(new VerdictSentence(report).text()));
        for (Advice.Suggestion suggestion : Advice.on(judgement)) {
            lines.add(SafeText.of(suggestion.sentence()));
        }
        DataSentence.of(judgement.servers()).ifPresent(line -> lines.add(SafeText.of(line)));
        refused(judgement).ifPresent(line -> lines.add(SafeText.of(line)));
        new ServerTable(judgement, style).lines().forEach(line -> lines.add("  " + line));
        if (!judgement.findings().isEmpty()) {
            lines.add("found: " + keys(judgement.findings()));
        }
        if (!judgement.facts().isEmpty()) {
            lines.add(style.faint("facts: " + keys(judgement.facts())));
        }
        return lines;
    }

    /** Which option would let a refused address be asked. */
    private static Optional<String> refused(Judgement judgement) {
        String refused = judgement.servers().stream()
                .filter(row -> row.observation().outcome() == Outcome.SKIPPED_SPECIAL)
                .map(row -> row.address().host())
                .distinct()
                .collect(Collectors.joining(","));
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of("Special-purpose addresses that DNS leads to are not asked; in a lab, --allow-special "
                        + refused + " allows it.");
    }

    private String dressed(String verdict, Style style) {
        return switch (report.judgement().verdict()) {
            case CONSISTENT -> style.good(verdict);
            case MISMATCH, ERROR -> style.bad(verdict);
            default -> style.doubtful(verdict);
        };
    }

    private static String keys(List<Flag> flags) {
        return flags.stream().map(Flag::key).collect(Collectors.joining(", "));
    }
}
