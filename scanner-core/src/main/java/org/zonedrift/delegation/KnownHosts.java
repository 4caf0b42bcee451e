package org.zonedrift.delegation;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/** The hosts that were looked up, found or not, for as long as that may be believed. */
final class KnownHosts {

    private static final int HOSTS_MAX = 1_000_000;

    private record Entry(Whereabouts whereabouts, long expiresAt) {}

    private final TwoGenerations<DomainName, Entry> hosts = new TwoGenerations<>(HOSTS_MAX);

    @Nullable
    Whereabouts find(DomainName host, long now) {
        Entry entry = hosts.find(host);
        return entry != null && entry.expiresAt() > now ? entry.whereabouts() : null;
    }

    void learn(DomainName host, Whereabouts whereabouts, long now) {
        hosts.put(host, new Entry(whereabouts, now + whereabouts.ttlSeconds() * 1_000_000_000L));
    }
}
