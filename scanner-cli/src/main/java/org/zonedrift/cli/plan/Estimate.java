package org.zonedrift.cli.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zonedrift.cli.plan.Workload.Share;
import org.zonedrift.exchange.Politeness;

/**
 * How long a workload takes within the limits: as long as the one that is reached last, since
 * waiting for one of them holds up nobody who is not subject to it.
 *
 * @param scale how many zones each zone of the workload stands for
 */
public record Estimate(Workload workload, Politeness politeness, double scale) {

    /** The rate of the whole scan begins here, and rises by a quarter each second while answers come. */
    private static final double BEGINS_AT = 500;

    private static final double RISES_BY = 1.25;

    /** One limit, and how long it keeps a scan busy. */
    public record Bound(String what, double questions, double rate, double seconds) {}

    /** Seconds from the first packet to the last, at least: the wait for silent servers comes on top. */
    public double seconds() {
        return bounds().stream().mapToDouble(Bound::seconds).max().orElse(0);
    }

    public double questions() {
        return workload.questions() * scale;
    }

    /** The limits that matter, the longest first: all together, and the busiest address and prefix. */
    public List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        if (politeness.total() > 0) {
            bounds.add(new Bound("all together", questions(), politeness.total(), rising(questions())));
        }
        if (politeness.perServer() > 0) {
            bounds.addAll(longest(workload.perAddress(), politeness.perServer(), 1));
            bounds.addAll(longest(workload.perPrefix(), politeness.perPrefix(), 1));
        }
        bounds.sort(Comparator.comparingDouble(Bound::seconds).reversed());
        return bounds;
    }

    /** The addresses that take longest. */
    public List<Bound> busiest(int count) {
        return politeness.perServer() == 0 ? List.of() : longest(workload.perAddress(), politeness.perServer(), count);
    }

    private List<Bound> longest(List<Share> shares, int rate, int count) {
        return shares.stream()
                .sorted(Comparator.comparingLong(Share::questions).reversed().thenComparing(Share::destination))
                .limit(count)
                .map(share -> bound(share, rate))
                .toList();
    }

    private Bound bound(Share share, int rate) {
        double questions = share.questions() * scale;
        return new Bound(share.destination(), questions, rate, questions / rate);
    }

    private double rising(double questions) {
        double left = questions;
        double seconds = 0;
        double rate = Math.min(BEGINS_AT, politeness.total());
        while (rate < politeness.total() && left > rate) {
            left -= rate;
            rate *= RISES_BY;
            seconds++;
        }
        return seconds + left / Math.min(rate, politeness.total());
    }
}
