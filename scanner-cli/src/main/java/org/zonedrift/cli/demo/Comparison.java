package org.zonedrift.cli.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zonedrift.cli.console.Style;
import org.zonedrift.cli.console.Table;
import org.zonedrift.cli.console.Table.Column;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.sim.world.Truth;
import org.zonedrift.sim.world.World;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** Holds our verdicts, and those of people's habits over the same replies, against the truth. */
final class Comparison {

    private static final int WRONG_SHOWN = 5;

    /** What may be demanded of a scan. */
    enum Expectation {
        /** Every packet arrives: every verdict is the truth. */
        EVERYTHING,
        /** Packets are lost: verdicts may say less than the truth, and never more. */
        LOSS
    }

    private final World world;
    private final Expectation expectation;
    private final Scorecard ours = new Scorecard();
    private final Map<Habit, Scorecard> theirs = new EnumMap<>(Habit.class);
    private final List<String> wrong = new ArrayList<>();
    private long compared;
    private long wrongCount;
    private long exact;

    Comparison(World world, Expectation expectation) {
        this.world = world;
        this.expectation = expectation;
        for (Habit habit : Habit.values()) {
            theirs.put(habit, new Scorecard());
        }
    }

    void compare(ZoneReport report) {
        Truth truth = world.truth(report.line().number() - 1);
        Verdict verdict = report.judgement().verdict();
        compared++;
        boolean right = verdict == truth.verdict();
        exact += right ? 1 : 0;
        boolean allowed =
                expectation == Expectation.LOSS && truth.allowedUnderLoss().contains(verdict);
        if (!right && !allowed) {
            note(report, truth);
        }
        boolean outOfStep = truth.verdict() == Verdict.MISMATCH;
        ours.score(verdict == Verdict.MISMATCH, outOfStep);
        if (report.evidence() != null) {
            FirstRound round = FirstRound.of(report.evidence());
            theirs.forEach((habit, card) -> card.score(habit.alarms(round), outOfStep));
        }
    }

    private void note(ZoneReport report, Truth truth) {
        wrongCount++;
        if (wrong.size() < WRONG_SHOWN) {
            wrong.add("  " + report.name() + ": " + report.judgement().verdict() + ", but in truth " + truth.verdict());
        }
    }

    boolean isFlawless() {
        return wrongCount == 0;
    }

    List<String> lines(Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("What other ways to look would have said of the same first replies:");
        Table table = new Table(
                Column.left("  way to look"), Column.right("alarms"), Column.right("false"), Column.right("missed"));
        theirs.forEach((habit, card) -> table.row(row(habit.title(), card)));
        table.row(row("zonedrift", ours));
        lines.addAll(table.lines(style));
        lines.add("");
        lines.add(conclusion(style));
        lines.addAll(wrong);
        return lines;
    }

    private static String[] row(String title, Scorecard card) {
        return new String[] {
            "  " + title, Words.count(card.alarms()), Words.count(card.falseAlarms()), Words.count(card.missed())
        };
    }

    private String conclusion(Style style) {
        if (isFlawless() && expectation == Expectation.LOSS) {
            return style.good(String.format(Locale.ROOT, "%.3f %% of ", 100.0 * exact / Math.max(1, compared))
                    + Words.counted(compared, "verdict") + " are the truth; the others say less than it, because of "
                    + "lost packets. False mismatches: " + Words.count(ours.falseAlarms()) + ".");
        }
        return isFlawless()
                ? style.good("Every one of " + Words.counted(compared, "verdict") + " is the truth.")
                : style.bad(Words.counted(wrongCount, "verdict") + " of " + Words.count(compared) + " wrong:");
    }
}
