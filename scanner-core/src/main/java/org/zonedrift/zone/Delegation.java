package org.zonedrift.zone;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who serves a zone, according to its parent or to whoever was asked; or why nobody could tell.
 *
 * <p>A name that is no delegated zone is a delegation too, with another {@link Standing} and no
 * servers: so every target takes the same way.
 *
 * @param parentNs the parent's NS set; null when it is unknown (a resolver was asked, say)
 * @param childNs the zone's own NS set as far as a resolver told it, else null
 * @param glue addresses that came with the delegation
 * @param findings flags of the delegation's discovery, by their published names
 */
public record Delegation(
        DomainName zone,
        Standing standing,
        Source source,
        @Nullable Set<DomainName> parentNs,
        @Nullable Set<DomainName> childNs,
        List<Glue> glue,
        Set<String> findings) {

    /** One address of a name server that came with the delegation. */
    public record Glue(DomainName host, ServerAddress address) {}

    /** How the delegation was learnt; each is written into the record as its {@code method}. */
    public enum Method {
        ITERATIVE("iterative"),
        RESOLVER("resolver"),
        RESOLVER_THEN_ITERATIVE("resolver+iterative"),
        ZONE_FILE("zonefile"),
        USER("user");

        private final String key;

        Method(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** Whether the name is a delegated zone, and if not, what it is or why we do not know. */
    public enum Standing {
        DELEGATED,
        DENIED_BY_PARENT,
        DENIED_BY_RESOLVER,
        INSIDE_ZONE,
        CNAME,
        DNAME,
        RESOLVER_SERVFAIL,
        RESOLVER_TIMEOUT,
        RESOLVER_REFUSED,
        PARENT_UNREACHABLE,
        PARENT_LAME,
        REFERRAL_LIMIT,
        QUERY_BUDGET,
        LOOP
    }

    /**
     * Where the delegation came from, as the record tells it; what is not known is null, and the
     * TTL and the parent's serial are -1.
     *
     * @param observedAtMillis when the delegation held, if that is not now (a zone file's date),
     *     else -1
     */
    public record Source(
            Method method,
            @Nullable DomainName parentZone,
            @Nullable DomainName enclosingZone,
            long nsTtl,
            @Nullable String resolver,
            @Nullable String rcode,
            List<Integer> ede,
            long observedAtMillis,
            long parentSoaSerial,
            @Nullable String error) {

        public Source {
            ede = List.copyOf(ede);
        }

        /** A source of which only the method is known. */
        public static Source of(Method method) {
            return new Source(method, null, null, -1, null, null, List.of(), -1, -1, null);
        }

        /** What an iterative search learnt from the servers of this zone. */
        public static Source ofParent(Method method, DomainName parentZone) {
            return new Source(method, parentZone, null, -1, null, null, List.of(), -1, -1, null);
        }
    }

    public Delegation {
        parentNs = parentNs == null ? null : Set.copyOf(parentNs);
        childNs = childNs == null ? null : Set.copyOf(childNs);
        glue = List.copyOf(glue);
        findings = Set.copyOf(findings);
    }

    /** A name without servers to ask, and why. */
    public static Delegation missing(DomainName zone, Standing why, Source source) {
        return new Delegation(zone, why, source, null, null, List.of(), Set.of());
    }

    /** The names to resolve and ask: the parent's set, else what a resolver told. */
    public Set<DomainName> nameServers() {
        return parentNs != null ? parentNs : childNs != null ? childNs : Set.of();
    }

    /**
     * The same, which is a picture of an earlier day, with what the parent said when it was asked now:
     * its RCODE or why there is none, and a finding where it names other servers or none.
     */
    public Delegation heldAgainst(Delegation live) {
        Source told = new Source(
                source.method(),
                source.parentZone(),
                source.enclosingZone(),
                source.nsTtl(),
                source.resolver(),
                live.source.rcode(),
                source.ede(),
                source.observedAtMillis(),
                source.parentSoaSerial(),
                live.source.error());
        Set<String> found = new HashSet<>(findings);
        if (hasChangedTo(live)) {
            found.add("delegation-changed-since-zonefile");
        }
        return new Delegation(zone, standing, told, parentNs, childNs, glue, found);
    }

    private boolean hasChangedTo(Delegation live) {
        return switch (live.standing) {
            case DELEGATED -> live.parentNs != null && !live.parentNs.equals(parentNs);
            case DENIED_BY_PARENT, INSIDE_ZONE, CNAME, DNAME -> true;
            default -> false; // Nobody could say.
        };
    }
}
