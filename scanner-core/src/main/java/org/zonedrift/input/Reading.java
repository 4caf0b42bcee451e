package org.zonedrift.input;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.ServerAddress;

/**
 * How inputs are to be read.
 *
 * @param csvColumn the column of the name, from 1; 0 to find it out
 * @param zoneOrigin whose zone a zone file is, if it does not say so itself
 * @param port at which the servers of the input listen
 * @param scratch a folder for what must be read twice but comes through a pipe
 * @param toALabels Unicode labels to A-labels by UTS #46; throws an {@link
 *     IllegalArgumentException} where it cannot
 * @param results what reads a line of an earlier result file
 */
public record Reading(
        InputFormat format,
        int csvColumn,
        @Nullable DomainName zoneOrigin,
        int port,
        Path scratch,
        UnaryOperator<String> toALabels,
        ResultLine results) {

    /** Reads one record of an earlier run. */
    @FunctionalInterface
    public interface ResultLine {

        /**
         * What the record says.
         *
         * @throws IllegalArgumentException if it is none; the message says why
         */
        Earlier read(String line);
    }

    /** What an earlier run said about a zone; what it did not say is null. */
    public record Earlier(
            DomainName name,
            @Nullable String metadata,
            @Nullable Previous previous) {}

    /** Finds the format out. */
    public static Reading auto(Path scratch, UnaryOperator<String> toALabels, ResultLine results) {
        return new Reading(InputFormat.AUTO, 0, null, ServerAddress.DNS_PORT, scratch, toALabels, results);
    }

    public Reading as(InputFormat known) {
        return new Reading(known, csvColumn, zoneOrigin, port, scratch, toALabels, results);
    }

    /** The name stands in this column of a CSV file. */
    public Reading column(int column) {
        return new Reading(InputFormat.CSV, column, zoneOrigin, port, scratch, toALabels, results);
    }

    public Reading origin(DomainName zone) {
        return new Reading(format, csvColumn, zone, port, scratch, toALabels, results);
    }

    public Reading servedAt(int otherPort) {
        return new Reading(format, csvColumn, zoneOrigin, otherPort, scratch, toALabels, results);
    }
}
