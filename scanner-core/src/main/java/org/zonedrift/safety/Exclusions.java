package org.zonedrift.safety;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;
import org.zonedrift.zone.ServerAddress;

/**
 * Who asked to be left alone: zones, name servers and addresses. One entry a line, {@code #} begins
 * a comment:
 *
 * <pre>
 * example.com        this zone and all below it
 * ns:example.net     name servers at or below this name
 * 192.0.2.0/24       these addresses
 * </pre>
 */
public final class Exclusions {

    private static final String NAME_SERVER = "ns:";

    private static final Exclusions NONE = parse(List.of());

    private final Set<DomainName> zones;
    private final Set<DomainName> hosts;
    private final AddressBlocks addresses;

    private Exclusions(Set<DomainName> zones, Set<DomainName> hosts, AddressBlocks addresses) {
        this.zones = Set.copyOf(zones);
        this.hosts = Set.copyOf(hosts);
        this.addresses = addresses;
    }

    /** Nobody. */
    public static Exclusions none() {
        return NONE;
    }

    /**
     * What the lines say.
     *
     * @throws IllegalArgumentException naming the first line that cannot be read: to overlook an
     *     opt-out is worse than to stop
     */
    public static Exclusions parse(List<String> lines) {
        Set<DomainName> zones = new HashSet<>();
        Set<DomainName> hosts = new HashSet<>();
        Set<AddressBlock> blocks = new HashSet<>();
        int number = 0;
        for (String line : lines) {
            number++;
            String entry = line.replaceFirst("#.*", "").strip();
            Optional<AddressBlock> block = AddressBlock.parse(entry);
            if (block.isPresent()) {
                blocks.add(block.get());
            } else if (entry.startsWith(NAME_SERVER)) {
                hosts.add(name(entry.substring(NAME_SERVER.length()).strip(), number));
            } else if (!entry.isEmpty()) {
                zones.add(name(entry, number));
            }
        }
        return new Exclusions(zones, hosts, new AddressBlocks(blocks));
    }

    private static DomainName name(String text, int number) {
        if (text.indexOf('/') >= 0) {
            throw new IllegalArgumentException("line " + number + ": no block of addresses: " + text);
        }
        try {
            return DomainName.parse(text);
        } catch (MalformedNameException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    /** Whether nothing is excluded. */
    public boolean isEmpty() {
        return zones.isEmpty() && hosts.isEmpty() && addresses.size() == 0;
    }

    /** Whether the zone lies at or below one that must not be measured. */
    public boolean coverZone(DomainName zone) {
        return cover(zones, zone);
    }

    /** Whether the name server lies at or below a name whose servers must not be asked. */
    public boolean coverHost(DomainName host) {
        return cover(hosts, host);
    }

    public boolean coverAddress(ServerAddress address) {
        return addresses.contain(address.octets());
    }

    private static boolean cover(Set<DomainName> suffixes, DomainName name) {
        if (suffixes.isEmpty()) {
            return false;
        }
        for (DomainName at = name; !at.isRoot(); at = at.parent()) {
            if (suffixes.contains(at)) {
                return true;
            }
        }
        return suffixes.contains(DomainName.ROOT);
    }
}
