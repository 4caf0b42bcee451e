package org.zonedrift.zone;

import java.util.Arrays;

/**
 * Servers that share a limit: those of one operator, or those of one prefix where nobody knows the
 * operator.
 *
 * @param key what names the group, such as {@code cloudflare} or {@code 192.0.2.0/24}
 */
public record LimitGroup(Kind kind, String key) {

    /** What the members have in common; each kind has a limit of its own. */
    public enum Kind {
        PREFIX,
        OPERATOR,
        PARENT,
        RESOLVER
    }

    private static final int IPV4_PREFIX_OCTETS = 3;
    private static final int IPV6_PREFIX_OCTETS = 6;

    /** The group of one operator of the provider table. */
    public static LimitGroup operator(String id) {
        return new LimitGroup(Kind.OPERATOR, id);
    }

    /** A server of the root or of a TLD: alone in its group, since its whole prefix is meant to be asked. */
    public static LimitGroup parent(ServerAddress server) {
        return new LimitGroup(Kind.PARENT, server.host());
    }

    /** A recursive resolver that the user named. */
    public static LimitGroup resolver(ServerAddress server) {
        return new LimitGroup(Kind.RESOLVER, server.toString());
    }

    /** The /24 or /48 around an address. */
    public static LimitGroup prefixOf(byte[] octets) {
        boolean ipv4 = octets.length == 4;
        byte[] prefix = octets.clone();
        Arrays.fill(prefix, ipv4 ? IPV4_PREFIX_OCTETS : IPV6_PREFIX_OCTETS, prefix.length, (byte) 0);
        return new LimitGroup(Kind.PREFIX, AddressText.write(prefix) + (ipv4 ? "/24" : "/48"));
    }
}
