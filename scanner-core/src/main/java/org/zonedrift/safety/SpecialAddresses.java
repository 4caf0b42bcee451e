package org.zonedrift.safety;

import java.util.List;

/**
 * The addresses that are nobody's server on the Internet, by IANA's special-purpose registries
 * (RFC 6890, RFC 8190). Looks at octets only, so an address inside an address is never unwrapped.
 */
public final class SpecialAddresses {

    /** The state of IANA's registries that the lists below show. */
    public static final String REGISTRY_DATE = "2025-10-09";

    private static final AddressBlock GLOBAL_UNICAST = block("2000::/3");

    private static final List<String> BLOCKS = List.of(
            "0.0.0.0/8", // "this network", RFC 791
            "10.0.0.0/8", // private, RFC 1918
            "100.64.0.0/10", // shared by carriers, RFC 6598
            "127.0.0.0/8", // loopback, RFC 1122
            "169.254.0.0/16", // link-local, RFC 3927
            "172.16.0.0/12", // private, RFC 1918
            "192.0.0.0/24", // protocol assignments, RFC 6890
            "192.0.2.0/24", // documentation, RFC 5737
            "192.31.196.0/24", // AS112, RFC 7535
            "192.52.193.0/24", // AMT, RFC 7450
            "192.88.99.0/24", // 6to4 relays, RFC 7526
            "192.168.0.0/16", // private, RFC 1918
            "192.175.48.0/24", // AS112, RFC 7534
            "198.18.0.0/15", // benchmarks, RFC 2544
            "198.51.100.0/24", // documentation, RFC 5737
            "203.0.113.0/24", // documentation, RFC 5737
            "224.0.0.0/4", // multicast, RFC 5771
            "240.0.0.0/4", // reserved and broadcast, RFC 1112, RFC 919
            "2001::/23", // protocol assignments, RFC 2928: Teredo, ORCHID, benchmarks and more
            "2001:db8::/32", // documentation, RFC 3849
            "2002::/16", // 6to4, RFC 3056
            "2620:4f:8000::/48", // AS112, RFC 7534
            "3fff::/20"); // documentation, RFC 9637

    private static final AddressBlocks SPECIAL =
            new AddressBlocks(BLOCKS.stream().map(SpecialAddresses::block).toList());

    private SpecialAddresses() {}

    /** The blocks as text, one a line, from which anybody can tell whether two programs agree on them. */
    public static String text() {
        return String.join("\n", BLOCKS) + "\n";
    }

    /** Whether the address, in 4 or 16 octets, must not be asked unless somebody allows it by name. */
    public static boolean contain(byte[] octets) {
        return octets.length == 16 && !GLOBAL_UNICAST.contains(octets) || SPECIAL.contain(octets);
    }

    private static AddressBlock block(String text) {
        return AddressBlock.parse(text).orElseThrow();
    }
}
