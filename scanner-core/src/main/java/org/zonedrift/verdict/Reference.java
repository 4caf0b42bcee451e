package org.zonedrift.verdict;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

/**
 * The serial that the others are measured against.
 *
 * @param serial null exactly for {@link Kind#NONE}
 * @param address whose serial it is, where the user chose; else null
 */
public record Reference(
        Kind kind, @Nullable SerialNumber serial, @Nullable ServerAddress address) {

    /** What makes it the reference. */
    public enum Kind {
        USER,
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
    public static final Reference NONE = new Reference(Kind.NONE, null, null);

    /** One that follows from what was seen. */
    static Reference found(Kind kind, SerialNumber serial) {
        return new Reference(kind, serial, null);
    }
}
