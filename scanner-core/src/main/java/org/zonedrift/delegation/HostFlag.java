package org.zonedrift.delegation;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What is remarkable about a name server's host name, whichever zone names it. */
enum HostFlag {
    IS_CNAME("ns-is-cname"),
    CNAME_CHAIN_TOO_LONG("cname-chain-too-long"),
    IS_IP_LITERAL("ns-is-ip-literal"),
    NOT_PUBLIC("ns-not-public-name"),
    CHAIN_TOO_DEEP("ns-chain-too-deep"),
    CYCLIC("cyclic-dependency"),
    ADDRESS_COUNT_CAPPED("address-count-capped"),
    /** No resolver could say; nobody's fault that a record would tell. */
    BEYOND_RESOLVERS("");

    private final String published;

    HostFlag(String published) {
        this.published = published;
    }

    static Set<String> published(Set<HostFlag> flags) {
        return flags.isEmpty()
                ? Set.of()
                : flags.stream()
                        .map(flag -> flag.published)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    static EnumSet<HostFlag> none() {
        return EnumSet.noneOf(HostFlag.class);
    }
}
