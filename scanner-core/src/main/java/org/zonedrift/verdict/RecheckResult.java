package org.zonedrift.verdict;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the re-checks showed.
 *
 * @param hint only for {@link State#UNCHANGED}, else null
 */
public record RecheckResult(State state, @Nullable Hint hint) {

    /** How the serials moved from round 0 to the last round. */
    public enum State {
        REGRESSED,
        UNKNOWN,
        UNCHANGED,
        MOVING,
        CONVERGED;

        private final String key = name().toLowerCase(Locale.ROOT);

        /** The published word. */
        public String key() {
            return key;
        }
    }

    /** How late the laggards are, measured by the zone's own timers. */
    public enum Hint {
        PENDING_REFRESH,
        OVERDUE_LIKELY,
        OVERDUE;

        private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** The published word. */
        public String key() {
            return key;
        }
    }
}
