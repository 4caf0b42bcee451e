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

        /** The provider that runs it, or null. */
        private final @Nullable Runner provider;

        /** Worked out when it is asked for, as for servers under their zones' own names it never is. */
        private @Nullable Registrant registrant;

        Affiliation(DomainName host) {
            this.host = host;
            Provider found = providers.ofServer(host);
            this.provider = found == null ? null : Runner.of(found);
        }

        /** Lanes that ask at once work it out each for itself, and come to the same. */
        Registrant registrant() {
            Registrant known = registrant;
            if (known == null) {
                DomainName domain = registeredAbove(host);
                known = new Registrant(domain, new Runner(domain.toString(), null));
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
    private record Registrant(DomainName domain, Runner runner) {}

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
        Runner runner = affiliationOf(host).provider;
        return runner == null ? null : runner.provider();
    }

    /** The same for a name that has to do with this zone: its own names are not worth remembering. */
    public @Nullable Provider providerOf(DomainName host, DomainName zone) {
        return isOfNoOtherZone(host, zone) ? providers.ofServer(host) : providerOf(host);
    }

    /**
     * Who runs a name server of a zone: a provider, else {@link #SELF} for a name of the zone's own
     * domain, else who registered the domain of the host.
     */
    public Runner runnerOf(DomainName host, DomainName zone) {
        if (isOfNoOtherZone(host, zone)) {
            Provider provider = providers.ofServer(host);
            return provider == null ? Runner.SELF : Runner.of(provider);
        }
        Affiliation affiliation = affiliationOf(host);
        if (affiliation.provider != null) {
            return affiliation.provider;
        }
        return isOwn(affiliation, zone) ? Runner.SELF : affiliation.registrant().runner();
    }

    /** Such a host is not worth the place of one that is remembered. */
    private static boolean isOfNoOtherZone(DomainName host, DomainName zone) {
        return host.isAtOrBelow(zone) && !zone.isRoot();
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
     * Whose product an own-named server turns out to be, as {@code vanity:ID}; {@link #SELF} where its
     * SOA record shows no provider.
     */
    public static String behindOwnName(@Nullable Provider shown) {
        return shown == null ? SELF : VANITY + shown.id();
    }

    /** The provider that the SOA record of a zone points to by MNAME or RNAME, or null. */
    public @Nullable Provider providerShownBy(SoaRecord soa, DomainName zone) {
        Provider byServer = providerOf(soa.mname(), zone);
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
