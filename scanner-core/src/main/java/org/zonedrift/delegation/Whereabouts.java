package org.zonedrift.delegation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.ServerAddress;

/**
 * Where a host listens, as DNS has it, or why it is nowhere.
 *
 * @param trouble null where there is an address
 * @param ttlSeconds how long this may be believed
 */
record Whereabouts(List<ServerAddress> addresses, @Nullable Trouble trouble, Set<HostFlag> flags, long ttlSeconds) {

    /** Addresses of one host that are considered; the largest providers have six. */
    static final int ADDRESSES_MAX = 8;

    Whereabouts {
        addresses = List.copyOf(addresses);
        flags = Set.copyOf(flags);
    }

    static Whereabouts nowhere(Trouble trouble, EnumSet<HostFlag> flags, long ttlSeconds) {
        return new Whereabouts(List.of(), trouble, flags, ttlSeconds);
    }

    /** The same, told by the host's own servers since no resolver could say. */
    Whereabouts beyondResolvers() {
        EnumSet<HostFlag> all = HostFlag.none();
        all.addAll(flags);
        all.add(HostFlag.BEYOND_RESOLVERS);
        return new Whereabouts(addresses, trouble, all, ttlSeconds);
    }

    /** Whether nobody could say, as opposed to somebody having said that there is nothing. */
    boolean isFailure() {
        return trouble == Trouble.SERVFAIL || trouble == Trouble.TIMEOUT || trouble == Trouble.CAPPED;
    }

    /** Whether another chain of look-ups might have come to another result. */
    boolean dependsOnChain() {
        return flags.contains(HostFlag.CYCLIC) || flags.contains(HostFlag.CHAIN_TOO_DEEP);
    }
}
