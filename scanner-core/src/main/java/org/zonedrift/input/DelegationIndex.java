package org.zonedrift.input;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.zone.DomainName;

/**
 * Who is delegated to whom in a zone file, to be found by name: the zones that are scanned need
 * each other's delegations when their servers have no glue.
 *
 * <p>In memory: about 60 octets for each zone. A file with more than fits is known in part.
 */
final class DelegationIndex {

    private static final byte[] NOTHING = {0};

    private final NameTable hosts = new NameTable();
    private final NameTable owners = new NameTable();
    private final byte[] number = new byte[Integer.BYTES];
    private final long octetsMax;
    private boolean isWhole = true;

    /** At most so many octets, more or less a page. */
    DelegationIndex(long octetsMax) {
        this.octetsMax = octetsMax;
    }

    /** A share of the heap that leaves the scan its own; 10 million zones need 600 MiB. */
    static DelegationIndex usual() {
        return new DelegationIndex(Runtime.getRuntime().maxMemory() / 4);
    }

    void add(NameBuffer owner, NameBuffer host) {
        if (!isWhole || octets() > octetsMax) {
            isWhole = false;
            return;
        }
        int known = hosts.add(host, NOTHING);
        number[0] = (byte) (known >> 24);
        number[1] = (byte) (known >> 16);
        number[2] = (byte) (known >> 8);
        number[3] = (byte) known;
        owners.add(owner, number);
    }

    /** Whether a name that is not found is not delegated. */
    boolean isWhole() {
        return isWhole;
    }

    /** Octets of memory used. */
    long octets() {
        return hosts.octets() + owners.octets();
    }

    /** The name servers of a zone; none where it is not known to be one. */
    List<DomainName> find(DomainName zone) {
        List<DomainName> found = new ArrayList<>();
        for (byte[] value : owners.find(zone)) {
            found.add(
                    hosts.nameAt(value[0] << 24 | (value[1] & 0xff) << 16 | (value[2] & 0xff) << 8 | value[3] & 0xff));
        }
        return found;
    }
}
