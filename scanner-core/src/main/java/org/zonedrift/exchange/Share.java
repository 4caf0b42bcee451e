package org.zonedrift.exchange;

import java.util.function.Predicate;
import org.zonedrift.zone.LimitGroup;

/**
 * How much of the limits is ours, where several scanners work at one scan: all their shares together
 * are one whole, of every limit.
 */
public interface Share {

    /** Of the limits of addresses in this group, and of the group's own: above 0, at most 1. */
    double of(LimitGroup group);

    /** Of the rate of the scan as a whole: above 0, at most 1. */
    double ofAll();

    /** Everything: nobody else is at work. */
    static Share whole() {
        return equal(1, 1);
    }

    /** So many of so many equal parts. */
    static Share equal(int parts, int count) {
        return owning(parts, count, group -> true, group -> false);
    }

    /**
     * The same, where some groups have an owner each: half of their limits is the owner's, and the
     * other half is parted like all else, for the zones that need several groups.
     *
     * @param free groups that nobody owns
     * @param ours those of the others that we own
     */
    static Share owning(int parts, int count, Predicate<LimitGroup> free, Predicate<LimitGroup> ours) {
        double even = (double) parts / count;
        return new Share() {
            @Override
            public double of(LimitGroup group) {
                if (free.test(group)) {
                    return even;
                }
                return even / 2 + (ours.test(group) ? 0.5 : 0);
            }

            @Override
            public double ofAll() {
                return even;
            }
        };
    }
}
