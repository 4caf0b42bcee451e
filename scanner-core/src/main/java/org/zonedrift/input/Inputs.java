package org.zonedrift.input;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/** Ways to open what a scan reads. */
public final class Inputs {

    private Inputs() {}

    /**
     * The names of a plain list.
     *
     * @param file which of several inputs this is, from 0
     * @param toALabels Unicode labels to A-labels by UTS #46; throws an {@link
     *     IllegalArgumentException} where it cannot
     */
    public static Targets list(InputStream source, int file, UnaryOperator<String> toALabels) {
        InputLines lines = new InputLines(source, file, ListReader.LONGEST_LINE);
        return new ListReader(lines, Columns.LIST, new WrittenName(toALabels));
    }

    /**
     * The zones that a TLD's zone file delegates, with their delegations.
     *
     * @param source plain octets; read twice
     * @param origin the zone, for a file that does not say it itself; else null
     * @param file which of several inputs this is, from 0
     * @param port where the servers listen that the file names
     */
    public static Targets zoneFile(ByteSource source, @Nullable DomainName origin, int file, int port) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return new ZoneFileTargets(source, origin, file, port, folder);
    }
}
