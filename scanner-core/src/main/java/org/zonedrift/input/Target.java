package org.zonedrift.input;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Previous;

/** What one line of the input asks for; each target leads to exactly one report. */
public sealed interface Target {

    Line line();

    /**
     * A zone to look at, with what its line brought along; what it did not bring is null.
     *
     * @param metadata the other columns of the line, passed through to the record
     * @param delegation who serves the zone, where the input says so (a TLD zone file)
     * @param servers the servers to compare, where the user names them; empty otherwise
     * @param previous what an earlier run said
     */
    record Zone(
            Line line,
            DomainName name,
            @Nullable String metadata,
            @Nullable Delegation delegation,
            List<NameServer> servers,
            @Nullable Previous previous)
            implements Target {

        public Zone {
            servers = List.copyOf(servers);
        }

        /** A name and nothing else. */
        public static Zone named(Line line, DomainName name) {
            return new Zone(line, name, null, null, List.of(), null);
        }
    }

    /**
     * A line that is not measured.
     *
     * @param name the zone, or null where the line holds no name
     * @param error what is wrong, for people; null for a duplicate
     */
    record Unmeasured(
            Line line,
            @Nullable DomainName name,
            Why why,
            @Nullable String error) implements Target {}

    /** Why a line is not measured. */
    enum Why {
        MALFORMED_INPUT,
        DUPLICATE
    }

    /**
     * Where a target stood.
     *
     * @param file index of the input file
     * @param number the line's number, from 1
     * @param text the raw line where it differs from the name, U+FFFD for bad bytes; else null
     * @param hex the raw octets, only where they are not UTF-8; else null
     */
    record Line(
            int file,
            long number,
            @Nullable String text,
            @Nullable String hex) {

        /** A line that says just the name. */
        public static Line numbered(long number) {
            return new Line(0, number, null, null);
        }
    }
}
