package org.zonedrift.cli.watch;

import java.util.OptionalLong;

/**
 * How many targets a scan has.
 *
 * @param targets -1 while nobody knows
 */
public record Extent(long targets, Basis basis) {

    /** Until somebody knows. */
    public static final Extent UNKNOWN = new Extent(-1, Basis.GUESSED);

    /** How it is known. */
    public enum Basis {
        /** All of them were counted. */
        COUNTED,
        /** From how much of the input was read until now. */
        GUESSED
    }

    /** Exactly so many. */
    public static Extent counted(long targets) {
        return new Extent(targets, Basis.COUNTED);
    }

    /** More or less so many, if anybody guesses. */
    public static Extent guessed(OptionalLong targets) {
        return targets.isPresent() ? new Extent(targets.getAsLong(), Basis.GUESSED) : UNKNOWN;
    }

    /** Tells how many there are, as far as that is known by now. */
    @FunctionalInterface
    public interface Source {

        /**
         * What is known by now.
         *
         * @param taken targets that were taken from the input until now
         */
        Extent extent(long taken);
    }
}
