package org.zonedrift.operator;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/**
 * Tells who runs a server, by its name and by what its SOA record looks like.
 *
 * <p>Shared by all lanes. It remembers the affiliations of the hosts seen lately, since a few
 * hundred hosts serve most of the Internet; what it forgets, it works out again.
 */
public final class Operators {

    /** The operator of servers that carry a name of the zone's own domain. */
    public static final String SELF = "self";

    /** How many hosts are remembered: some 200 octets each. A power of two. */
    private static final int REMEMBERED = 1 << 13;

    private static final String VANITY = "vanity:";

    /** What a host's name tells. */
    private final class Affiliation {

        private final DomainName host;
        private final @Nullable Provider provider;

        /** Worked out when it is asked for, as for servers under their zones' own names it never is. */
        private @Nullable Registrant registrant;

        Affiliation(DomainName host) {
            this.host = host;
            this.provider = providers.ofServer(host);
        }

        /** Lanes that ask at once work it out each for itself, and come to the same. */
        Registrant registrant() {
            Registrant known = registrant;
            if (known == null) {
                DomainName domain = registeredAbove(host);
                known = new Registrant(domain, domain.toString());
                registrant = known;
            }
            return known;
        }
    }

    /**
     * Who registered a host's name.
     *
     * @param domain the registrable domain, or the host itself where it has none
     */
    private record Registrant(DomainName domain, String text) {}

    private final ProviderTable providers;
    private final PublicSuffixes suffixes;
    private final AtomicReferenceArray<@Nullable Affiliation> remembered = new AtomicReferenceArray<>(REMEMBERED);

    public Operators(ProviderTable providers, PublicSuffixes suffixes) {
        this.providers = providers;
        this.suffixes = suffixes;
    }

    /** What ships with the library; read on the first call. */
    public static Operators bundled() {
        return Bundled.OPERATORS;
    }

    private static final class Bundled {
        static final Operators OPERATORS = new Operators(ProviderTable.bundled(), PublicSuffixes.bundled());
    }

    /** The name that somebody registered, at or above this one; this one where there is none. */
    public DomainName registeredAbove(DomainName name) {
        DomainName registrable = suffixes.registrableDomain(name);
        return registrable == null ? name : registrable;
    }

    /** The provider that runs this host, told by its name alone; null where the table does not say. */
    public @Nullable Provider providerOf(DomainName host) {
        return affiliationOf(host).provider;
    }

    /**
     * Who runs a name server of a zone: a provider's id, else {@link #SELF} for a name of the zone's
     * own domain, else the registrable domain of the host.
     */
    public String operatorOf(DomainName host, DomainName zone) {
        if (host.isAtOrBelow(zone) && !zone.isRoot()) {
            // No other zone has this host: it is not worth the place of one that is remembered.
            Provider provider = providers.ofServer(host);
            return provider == null ? SELF : provider.id();
        }
        Affiliation affiliation = affiliationOf(host);
        if (affiliation.provider != null) {
            return affiliation.provider.id();
        }
        return isOwn(affiliation, zone) ? SELF : affiliation.registrant().text();
    }

    private boolean isOwn(Affiliation affiliation, DomainName zone) {
        DomainName domain = affiliation.registrant().domain();
        if (!zone.isAtOrBelow(domain)) {
            return false;
        }
        DomainName own = suffixes.registrableDomain(zone);
        return own != null && own.equals(domain);
    }

    /**
     * The provider whose product an own-named server turns out to be, as {@code vanity:ID}; {@link
     * #SELF} where its SOA record shows no provider.
     */
    public String behindOwnName(SoaRecord soa) {
        Provider provider = providerShownBy(soa);
        return provider == null ? SELF : VANITY + provider.id();
    }

    /** The provider that a SOA record points to by MNAME or RNAME, or null. */
    public @Nullable Provider providerShownBy(SoaRecord soa) {
        Provider byServer = affiliationOf(soa.mname()).provider;
        return byServer != null ? byServer : providers.ofMailbox(soa.rname());
    }

    private Affiliation affiliationOf(DomainName host) {
        int slot = host.hashCode() & REMEMBERED - 1;
        Affiliation known = remembered.get(slot);
        if (known != null && known.host.equals(host)) {
            return known;
        }
        Affiliation fresh = new Affiliation(host);
        remembered.set(slot, fresh);
        return fresh;
    }
}
