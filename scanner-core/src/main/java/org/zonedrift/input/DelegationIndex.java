package org.zonedrift.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zonedrift.zone.DomainName;

/**
 * Who is delegated to whom in a zone file, to be found by name: the zones that are scanned need
 * each other's delegations when their servers have no glue.
 *
 * <p>In memory: some 63 octets for each zone. A file with more than fits is known in part.
 *
 * <p>A host inside the zone that names it is held by the labels that it has more; any other by its
 * number among all hosts, behind an octet of zero, with which no label begins.
 */
final class DelegationIndex {

    /** A share of the heap that leaves the scan its own. */
    static final long USUAL_OCTETS = Runtime.getRuntime().maxMemory() / 4;

    private static final byte[] NOTHING = {0};

    /** Labels inside a zone that are longer are rare enough to stand among all hosts. */
    private static final int INSIDE_MAX = 15;

    private final NameTable hosts = new NameTable();
    private final NameTable owners = new NameTable();
    private final NameBuffer lastOwner = new NameBuffer();
    private final byte[] numbered = new byte[1 + Integer.BYTES];
    private final long octetsMax;
    private int lastNumber;
    private boolean isWhole = true;

    /** At most so many octets, more or less a page. */
    DelegationIndex(long octetsMax) {
        this.octetsMax = octetsMax;
    }

    static DelegationIndex usual() {
        return new DelegationIndex(USUAL_OCTETS);
    }

    void add(NameBuffer owner, NameBuffer host) {
        if (!isWhole || octets() > octetsMax) {
            isWhole = false;
            return;
        }
        byte[] value = value(owner, host);
        if (lastOwner.holdsSameAs(owner)) {
            owners.addTo(lastNumber, value);
        } else {
            lastNumber = owners.add(owner, value);
            lastOwner.set(owner);
        }
    }

    private byte[] value(NameBuffer owner, NameBuffer host) {
        int inside = host.length() - owner.length();
        if (inside > 0 && inside <= INSIDE_MAX && host.endsAt(inside, owner)) {
            return Arrays.copyOf(host.octets(), inside);
        }
        int number = hosts.add(host, NOTHING);
        numbered[1] = (byte) (number >> 24);
        numbered[2] = (byte) (number >> 16);
        numbered[3] = (byte) (number >> 8);
        numbered[4] = (byte) number;
        return numbered;
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
            found.add(value[0] == 0 ? hosts.nameAt(number(value)) : inside(zone, value));
        }
        return found;
    }

    private static int number(byte[] value) {
        return value[1] << 24 | (value[2] & 0xff) << 16 | (value[3] & 0xff) << 8 | value[4] & 0xff;
    }

    private static DomainName inside(DomainName zone, byte[] labels) {
        byte[] wire = Arrays.copyOf(labels, labels.length + zone.wireLength());
        System.arraycopy(zone.wire(), 0, wire, labels.length, zone.wireLength());
        return DomainName.ofFoldedWire(wire);
    }
}
