package org.zonedrift.verdict;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.SerialScheme;

/**
 * The scheme that explains a set of serials.
 *
 * @param confidence null for a mixture
 * @param alternatives other dated schemes that would explain them too
 */
public record SchemeGuess(SerialScheme scheme, @Nullable Confidence confidence, List<SerialScheme> alternatives) {

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

    /** Serials that follow different schemes. */
    static final SchemeGuess MIXED = new SchemeGuess(SerialScheme.MIXED, null, List.of());

    public SchemeGuess {
        alternatives = List.copyOf(alternatives);
    }

    /** What all these sets of serials have in common. */
    static SchemeGuess common(List<SchemeGuess> guesses) {
        SchemeGuess common = guesses.isEmpty() ? MIXED : guesses.get(0);
        for (int i = 1; i < guesses.size(); i++) {
            common = common.and(guesses.get(i));
        }
        return common;
    }

    private SchemeGuess and(SchemeGuess other) {
        if (scheme != other.scheme) {
            return MIXED;
        }
        return confidence == Confidence.LOW ? this : other;
    }
}
