package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.zone.SerialNumber;

/**
 * A legal way from one serial to another: in every step the next serial is newer than the one
 * before (RFC 1982), so that every secondary follows.
 *
 * @param steps the serials to publish one after the other, the last being the target; wait for all
 *     secondaries after each. Empty where there is nothing to do.
 */
public record SerialPlan(SerialNumber from, SerialNumber to, List<SerialNumber> steps) {

    /** The longest step that every secondary takes (RFC 1982 §3.1). */
    private static final int LONGEST_STEP = Integer.MAX_VALUE;

    public SerialPlan {
        steps = List.copyOf(steps);
    }

    /** The shortest legal way; never more than three steps. */
    public static SerialPlan between(SerialNumber from, SerialNumber to) {
        List<SerialNumber> steps = new ArrayList<>();
        SerialNumber at = from;
        while (!at.equals(to)) {
            // From the far half of the circle, the longest legal step lands nearer to the target.
            at = to.isNewerThan(at) ? to : new SerialNumber(at.bits() + LONGEST_STEP);
            steps.add(at);
        }
        return new SerialPlan(from, to, steps);
    }

    /** Whether the target is newer already, so that it can simply be published. */
    public boolean isOneStep() {
        return steps.size() == 1;
    }
}
