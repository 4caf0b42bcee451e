package org.zonedrift.verdict;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The NS sets of parent and child, in canonical order, and how they relate.
 *
 * @param parent null when unknown
 * @param child the union of what the usable servers say, else what a resolver said; null when
 *     unknown
 */
public record NsSets(
        Relation relation,
        @Nullable List<DomainName> parent,
        @Nullable List<DomainName> child) {

    /** How the two sets relate (§2.3 of the semantics). */
    public enum Relation {
        EQUAL,
        PARENT_SUBSET,
        PARENT_SUPERSET,
        OVERLAP,
        DISJOINT,
        UNKNOWN;

        private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** The published word. */
        public String key() {
            return key;
        }
    }

    /** Nothing is known of either side. */
    public static final NsSets UNKNOWN = new NsSets(Relation.UNKNOWN, null, null);
}
