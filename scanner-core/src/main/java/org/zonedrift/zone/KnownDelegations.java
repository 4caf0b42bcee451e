package org.zonedrift.zone;

import java.util.Optional;
import java.util.Set;

/**
 * Delegations that are at hand because whole zones are, so that the servers of those zones need not
 * be asked for them. Shared by all threads.
 */
public interface KnownDelegations {

    /** No zone is at hand. */
    KnownDelegations NONE = new KnownDelegations() {
        @Override
        public Set<DomainName> zones() {
            return Set.of();
        }

        @Override
        public Optional<Delegation> towards(DomainName name) {
            return Optional.empty();
        }
    };

    /** The zones that are at hand so far. */
    Set<DomainName> zones();

    /**
     * What the zone above a name says of it: who serves it or an ancestor of it; that it lies inside
     * that zone, with its addresses as glue; or that it does not exist. Nothing where no zone at hand
     * can say.
     */
    Optional<Delegation> towards(DomainName name);
}
