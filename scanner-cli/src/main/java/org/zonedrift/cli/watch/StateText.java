package org.zonedrift.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.verdict.Verdict;

/** What people are told of a scan that runs, besides how much is done: speed, verdicts, and what it waits for. */
record StateText(Glimpse now, Glimpse before) {

    /** A destination that is booked for less does not hold the scan up. */
    private static final long WORTH_TELLING = TimeUnit.SECONDS.toNanos(2);

    /** How fast it goes. */
    String speed() {
        List<String> parts = new ArrayList<>();
        parts.add(Words.count(Math.round(now.zonesPerSecondSince(before))) + " zones/s");
        parts.add(Words.count(Math.round(now.queriesPerSecondSince(before))) + " q/s");
        if (now.queries() > 0) {
            parts.add(Words.share(Math.min(now.answers(), now.queries()), now.queries()) + " answered");
        }
        parts.add(Words.count(now.inFlight()) + " in flight");
        return String.join(", ", parts);
    }

    /** What was found so far, each verdict that occurred. */
    List<String> verdicts() {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = now.verdicts().getOrDefault(verdict, 0L);
            if (count > 0) {
                counts.add(verdict + " " + Words.count(count));
            }
        }
        return counts;
    }

    /** What is still to come, as far as anybody knows. */
    String outlook() {
        List<String> parts = new ArrayList<>();
        if (now.waiting() > 0) {
            parts.add(Words.count(now.waiting()) + " waiting for their re-check");
        }
        if (now.secondsLeft() >= 0) {
            parts.add("about " + Words.span(now.secondsLeft()) + " left");
        }
        if (now.slowest().backlogNanos() >= WORTH_TELLING) {
            parts.add(now.slowest().address() + " booked "
                    + Words.span(TimeUnit.NANOSECONDS.toSeconds(now.slowest().backlogNanos())) + " ahead");
        }
        return String.join(", ", parts);
    }

    /** All of it in one line. */
    String line() {
        List<String> parts = new ArrayList<>(List.of(speed()));
        parts.addAll(verdicts());
        parts.add(outlook());
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }
}
