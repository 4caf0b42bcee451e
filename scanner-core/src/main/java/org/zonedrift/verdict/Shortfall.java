package org.zonedrift.verdict;

import java.util.EnumSet;
import java.util.Set;

/** Why not every server speaks for its zone. */
enum Shortfall {
    NONE,
    UNREACHABLE,
    LAME,
    SKIPPED,
    /** Nothing but addresses of a family that is switched off. */
    SKIPPED_FAMILY,
    NO_ADDRESS,
    /** More than one of these. */
    MIXED;

    /** The one class of these failures; a family that was not asked does not count beside others. */
    static Shortfall of(Set<Shortfall> failures) {
        if (failures.isEmpty()) {
            return NONE;
        }
        if (failures.size() == 1) {
            return failures.iterator().next();
        }
        Set<Shortfall> others = EnumSet.copyOf(failures);
        others.remove(SKIPPED_FAMILY);
        return others.size() == 1 ? others.iterator().next() : MIXED;
    }
}
