package org.zonedrift.delegation;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The zone cuts met so far, shared by all lanes: so a TLD's servers are looked up once and not for
 * every zone below it. The zones that are scanned are not kept here, only what lies above them and
 * above their name servers.
 */
final class ZoneCuts {

    /** A TLD list with second-level registries and a provider's domains each: 100,000 cuts of about 1 kB. */
    private static final int CUTS_MAX = 100_000;

    /** No cut at a name, or nothing at all below it. */
    enum Gap {
        INSIDE_ZONE,
        DENIED
    }

    private record GapUntil(Gap gap, long expiresAt) {}

    private final TwoGenerations<DomainName, ZoneCut> cuts = new TwoGenerations<>(CUTS_MAX);
    private final TwoGenerations<DomainName, GapUntil> gaps = new TwoGenerations<>(CUTS_MAX);
    private volatile ZoneCut root;

    ZoneCuts(ZoneCut root) {
        this.root = root;
    }

    /** The root's servers: the hints until the root itself has told. */
    ZoneCut root() {
        return root;
    }

    /** The deepest known zone at or above the name. */
    ZoneCut deepestAbove(DomainName name, long now) {
        for (DomainName at = name; !at.isRoot(); at = at.parent()) {
            ZoneCut cut = cuts.find(at);
            if (cut != null && cut.expiresAt() > now) {
                return cut;
            }
        }
        return root;
    }

    /** What is known to keep a name from being a zone cut, or null. */
    @Nullable
    Gap gapAt(DomainName name, long now) {
        GapUntil known = gaps.find(name);
        return known != null && known.expiresAt() > now ? known.gap() : null;
    }

    void learn(ZoneCut cut) {
        if (cut.zone().isRoot()) {
            root = cut;
        } else {
            cuts.put(cut.zone(), cut);
        }
    }

    void learnGap(DomainName name, Gap gap, long expiresAt) {
        gaps.put(name, new GapUntil(gap, expiresAt));
    }
}
