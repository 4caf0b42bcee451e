package org.zonedrift.verdict;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.SerialNumber;

/**
 * The serial that the others are measured against.
 *
 * @param serial null exactly for {@link Kind#NONE}
 */
public record Reference(Kind kind, @Nullable SerialNumber serial) {

    /** What makes it the reference. */
    public enum Kind {
        MNAME,
        MAX,
        MAJORITY,
        NONE;

        private final String key = name().toLowerCase(Locale.ROOT);

        /** The published word. */
        public String key() {
            return key;
        }
    }

    /** Where nothing can be measured. */
    public static final Reference NONE = new Reference(Kind.NONE, null);
}
