package org.zonedrift.verdict;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

/**
 * One distinct MNAME and what its host said; what is not known is null.
 *
 * @param addresses only those that are not addresses of the zone's servers
 * @param outcome the best of its addresses
 * @param trouble why it has no address
 */
public record PrimaryRow(
        DomainName name,
        Standing standing,
        List<ServerAddress> addresses,
        @Nullable Outcome outcome,
        @Nullable SerialNumber serial,
        @Nullable Position position,
        NameServer.@Nullable Trouble trouble) {

    /** Whether the primary is one of the zone's servers. */
    public enum Standing {
        IN_NS,
        NOT_IN_NS;

        private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** A word for people. */
        public String key() {
            return key;
        }
    }

    public PrimaryRow {
        addresses = List.copyOf(addresses);
    }

    /** Whether the primary is one of the zone's servers by name. */
    public boolean isInNs() {
        return standing == Standing.IN_NS;
    }
}
