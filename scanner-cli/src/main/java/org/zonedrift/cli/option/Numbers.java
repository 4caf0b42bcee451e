package org.zonedrift.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers within bounds, as options take them. */
public final class Numbers {

    private static final int PORT_MAX = 65_535;

    /** More datagrams to one silent address would be a nuisance, and tell nothing new. */
    private static final int TRIES_MAX = 10;

    private Numbers() {}

    private static long within(String text, long least, long most) {
        boolean isNumber = text.matches("\\d{1,18}");
        if (!isNumber || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new TypeConversionException("'" + text + "' is not a whole number from " + least + " to " + most);
        }
        return Long.parseLong(text);
    }

    /** One at least. */
    public static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) within(text, 1, Integer.MAX_VALUE);
        }
    }

    /** Nothing is a number, too. */
    public static final class CountOrNone implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) within(text, 0, Integer.MAX_VALUE);
        }
    }

    /** How often a silent address is asked. */
    public static final class Tries implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) within(text, 1, TRIES_MAX);
        }
    }

    /** Where a server listens. */
    public static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) within(text, 1, PORT_MAX);
        }
    }

    /** The same for our own servers; 0 is whichever port is free. */
    public static final class OwnPort implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return (int) within(text, 0, PORT_MAX);
        }
    }

    /** One of as many as an input may hold. */
    public static final class Targets implements ITypeConverter<Long> {

        private static final long TARGETS_MAX = 1_000_000_000_000L;

        @Override
        public Long convert(String text) {
            return within(text, 1, TARGETS_MAX);
        }
    }

    /** A share, whole or not. */
    public static final class Percent implements ITypeConverter<Double> {

        private static final double ALL = 100;

        @Override
        public Double convert(String text) {
            boolean isNumber = text.matches("\\d{1,3}(\\.\\d{1,9})?");
            if (!isNumber || Double.parseDouble(text) > ALL) {
                throw new TypeConversionException("'" + text + "' is not a number of per cent from 0 to 100");
            }
            return Double.valueOf(text);
        }
    }
}
