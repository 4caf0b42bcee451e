package org.zonedrift.zone;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One name server of a zone and the addresses at which it may listen.
 *
 * @param addresses kept in the order of the addresses
 * @param trouble why it has no address at all, or null
 * @param findings flags of its look-up, by their published names
 */
public record NameServer(
        DomainName host,
        Listed listed,
        List<Located> addresses,
        @Nullable Trouble trouble,
        Set<String> findings) {

    /** Which side names the server. */
    public enum Listed {
        PARENT,
        CHILD,
        BOTH,
        /** Only the user does. */
        NEITHER
    }

    /** Who told the address; the first that supplied it. */
    public enum AddressSource {
        GLUE,
        AUTH,
        RESOLVER,
        USER
    }

    /** An address, and who told it. */
    public record Located(ServerAddress address, AddressSource from) {}

    /** Why a name server's host name led to no address; written into {@code ns_errors}. */
    public enum Trouble {
        NXDOMAIN("nxdomain"),
        NODATA("nodata"),
        SERVFAIL("servfail"),
        TIMEOUT("timeout"),
        CNAME("cname"),
        IP_LITERAL("ip-literal"),
        NOT_PUBLIC("not-public"),
        CAPPED("capped");

        private final String key;

        Trouble(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    private static final Comparator<Located> BY_ADDRESS = Comparator.comparing(Located::address);

    public NameServer {
        addresses = areInOrder(addresses)
                ? List.copyOf(addresses)
                : addresses.stream().sorted(BY_ADDRESS).toList();
        findings = Set.copyOf(findings);
    }

    private static boolean areInOrder(List<Located> addresses) {
        for (int i = 1; i < addresses.size(); i++) {
            if (addresses.get(i - 1).address.compareTo(addresses.get(i).address) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The same server, at these addresses. */
    public NameServer at(List<Located> others) {
        return new NameServer(host, listed, others, others.isEmpty() ? trouble : null, findings);
    }

    /** The same server, named by another side (too). */
    public NameServer listedBy(Listed side) {
        return new NameServer(host, side, addresses, trouble, findings);
    }

    /** The same server, which the zone itself names as well. */
    public NameServer listedByChildToo() {
        return switch (listed) {
            case PARENT -> listedBy(Listed.BOTH);
            case NEITHER -> listedBy(Listed.CHILD);
            case CHILD, BOTH -> this;
        };
    }
}
