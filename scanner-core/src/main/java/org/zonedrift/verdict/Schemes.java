package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Provider;
import org.zonedrift.zone.SerialScheme;

/** Guesses what serials are made of: a scheme explains a set if it explains every member. */
final class Schemes {

    /** In the order of convention: the first that fits is preferred. */
    private static final List<SerialScheme> DATED =
            List.of(SerialScheme.UNIX, SerialScheme.DATE_NN, SerialScheme.YYMMDDHHMM, SerialScheme.DATE8);

    /** By the ordinals of the schemes. */
    private static final List<SchemeGuess> CERTAIN = Arrays.stream(SerialScheme.values())
            .map(scheme -> new SchemeGuess(scheme, SchemeGuess.Confidence.HIGH, List.of()))
            .toList();

    /** Where a number is too large to have been counted up to. */
    private static final long COUNTER_BELOW = 1_000_000;

    private Schemes() {}

    /**
     * The scheme of these distinct serials.
     *
     * @param provider who made them, or null where nobody knows
     */
    static SchemeGuess guess(long[] serials, @Nullable Provider provider, long nowSeconds) {
        if (provider != null && provider.scheme() != null && explains(provider, serials, nowSeconds)) {
            return certain(provider.scheme());
        }
        SerialScheme dated = firstDatedThatExplains(0, serials, nowSeconds);
        if (dated != null) {
            return datedGuess(dated, serials, nowSeconds);
        }
        if (isFixed(serials)) {
            return certain(SerialScheme.FIXED);
        }
        if (isCounter(serials)) {
            return certain(SerialScheme.COUNTER);
        }
        return followDifferentSchemes(serials, nowSeconds) ? SchemeGuess.MIXED : certain(SerialScheme.OPAQUE);
    }

    private static SchemeGuess certain(SerialScheme scheme) {
        return CERTAIN.get(scheme.ordinal());
    }

    private static SchemeGuess datedGuess(SerialScheme first, long[] serials, long nowSeconds) {
        int others = DATED.indexOf(first) + 1;
        if (firstDatedThatExplains(others, serials, nowSeconds) == null) {
            return certain(first);
        }
        List<SerialScheme> fitting = new ArrayList<>(1);
        for (SerialScheme scheme : DATED.subList(others, DATED.size())) {
            if (explainAll(scheme, serials, nowSeconds)) {
                fitting.add(scheme);
            }
        }
        return new SchemeGuess(first, SchemeGuess.Confidence.LOW, fitting);
    }

    private static boolean explains(Provider provider, long[] serials, long nowSeconds) {
        SerialScheme scheme = provider.scheme();
        if (scheme == SerialScheme.FIXED) {
            return isConstantOf(provider, serials);
        }
        if (scheme == SerialScheme.COUNTER) {
            return isCounter(serials);
        }
        return scheme == SerialScheme.OPAQUE || (scheme != null && explainAll(scheme, serials, nowSeconds));
    }

    /** Whether these are all serials that the provider gives to every version of a zone. */
    static boolean isConstantOf(Provider provider, long[] serials) {
        for (long serial : serials) {
            if (!provider.constants().contains(serial)) {
                return false;
            }
        }
        return serials.length > 0;
    }

    /** The first of the dated schemes from this one on, or null. */
    private static @Nullable SerialScheme firstDatedThatExplains(int from, long[] serials, long nowSeconds) {
        for (int i = from; i < DATED.size(); i++) {
            if (explainAll(DATED.get(i), serials, nowSeconds)) {
                return DATED.get(i);
            }
        }
        return null;
    }

    private static boolean explainAll(SerialScheme scheme, long[] serials, long nowSeconds) {
        for (long serial : serials) {
            if (!DatedSerial.explains(scheme, serial, nowSeconds)) {
                return false;
            }
        }
        return serials.length > 0;
    }

    private static boolean isFixed(long[] serials) {
        return serials.length == 1 && serials[0] <= 1;
    }

    private static boolean isCounter(long[] serials) {
        return serials.length > 0 && serials[serials.length - 1] < COUNTER_BELOW;
    }

    private static boolean followDifferentSchemes(long[] serials, long nowSeconds) {
        for (long serial : serials) {
            boolean isDated = firstDatedThatExplains(0, new long[] {serial}, nowSeconds) != null;
            if (!isDated && serial >= COUNTER_BELOW) {
                return false;
            }
        }
        return serials.length > 1;
    }

    /** Whether some serial is a date by the calendar, but of a day that has not come. */
    static boolean isFutureDated(long[] serials, long nowSeconds) {
        for (long serial : serials) {
            for (SerialScheme scheme : DATED) {
                if (scheme != SerialScheme.UNIX
                        && DatedSerial.timeOf(scheme, serial) > nowSeconds + DatedSerial.TOLERANCE_SECONDS) {
                    return true;
                }
            }
        }
        return false;
    }
}
