package org.zonedrift.verdict;

import java.util.List;
import java.util.Locale;
import org.zonedrift.zone.SerialScheme;

/**
 * The scheme that explains a set of serials.
 *
 * @param alternatives other dated schemes that would explain them too
 */
public record SchemeGuess(SerialScheme scheme, Confidence confidence, List<SerialScheme> alternatives) {

    /** Whether other schemes would do as well. */
    public enum Confidence {
        HIGH,
        LOW;

        private final String key = name().toLowerCase(Locale.ROOT);

        /** The published word. */
        public String key() {
            return key;
        }
    }

    public SchemeGuess {
        alternatives = List.copyOf(alternatives);
    }
}
