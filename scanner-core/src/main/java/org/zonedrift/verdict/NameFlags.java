package org.zonedrift.verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Trouble;

/** When the flags about MNAME and RNAME are raised. */
final class NameFlags {

    private static final DomainName LOCALHOST = DomainName.parse("localhost");

    /** Domains that nobody can receive mail at. */
    private static final List<DomainName> PLACEHOLDERS = List.of(
            LOCALHOST,
            DomainName.parse("localdomain"),
            DomainName.parse("invalid"),
            DomainName.parse("test"),
            DomainName.parse("example"),
            DomainName.parse("example.com"),
            DomainName.parse("example.net"),
            DomainName.parse("example.org"));

    private NameFlags() {}

    /** Whether it is worth more than a glance: a host that is one of the zone's servers, and serves it, is not. */
    static boolean isOdd(PrimaryRow row) {
        return !row.isInNs() || row.outcome() != Outcome.OK || row.trouble() != null || isNoPlace(row.name());
    }

    /** Whether nobody can be reached by this name, or everybody himself. */
    static boolean isNoPlace(DomainName name) {
        return name.isRoot() || name.isAtOrBelow(LOCALHOST);
    }

    static boolean mnameIsRoot(Case zone) {
        return anyPrimary(zone, row -> row.name().isRoot());
    }

    static boolean mnameIsLocalhost(Case zone) {
        return anyPrimary(zone, row -> row.name().isAtOrBelow(LOCALHOST));
    }

    static boolean mnameIsApex(Case zone) {
        DomainName apex = zone.evidence.delegation().zone();
        return anyPrimary(zone, row -> row.name().equals(apex) && !isServer(zone, row.name()));
    }

    static boolean mnameIsNoServer(Case zone) {
        return anyPrimary(zone, row -> !row.isInNs() && !isServer(zone, row.name()));
    }

    private static boolean isServer(Case zone, DomainName name) {
        return zone.evidence.nameServers().stream().anyMatch(ns -> ns.host().equals(name))
                || (zone.nsSets.child() != null && zone.nsSets.child().contains(name))
                || (zone.nsSets.parent() != null && zone.nsSets.parent().contains(name));
    }

    static boolean mnameIsUnresolvable(Case zone) {
        return anyPrimary(zone, row -> row.trouble() == Trouble.NXDOMAIN || row.trouble() == Trouble.NODATA);
    }

    static boolean mnameIsSpecial(Case zone) {
        return anyPrimary(zone, row -> row.outcome() == Outcome.SKIPPED_SPECIAL);
    }

    static boolean mnameIsUnreachable(Case zone) {
        return anyPrimary(zone, row -> row.outcome() == Outcome.TIMEOUT || row.outcome() == Outcome.NETWORK_ERROR);
    }

    static boolean mnameIsNotAuthoritative(Case zone) {
        return anyPrimary(zone, row -> row.outcome() != null && row.outcome().meaning() == Outcome.Class.LAME);
    }

    private static boolean anyPrimary(Case zone, Predicate<PrimaryRow> test) {
        for (PrimaryRow row : zone.primaries) {
            if (test.test(row)) {
                return true;
            }
        }
        return false;
    }

    static boolean serversNameThemselves(Case zone) {
        if (zone.sources.size() < 2) {
            return false;
        }
        Set<DomainName> selfish = new HashSet<>();
        for (Asked at : zone.roll.asked()) {
            if (at.seen().isUsable()
                    && at.seen().soa() != null
                    && at.seen().soa().mname().equals(at.ns().host())) {
                selfish.add(at.ns().host());
            }
        }
        return selfish.size() > 1;
    }

    static boolean rnameIsRoot(Case zone) {
        return anyMailbox(zone, DomainName::isRoot);
    }

    static boolean rnameHasAtSign(Case zone) {
        return anyMailbox(zone, NameFlags::hasAtSign);
    }

    private static boolean hasAtSign(DomainName name) {
        for (byte octet : name.wire()) {
            // Length octets are below 64, which is '@'.
            if (octet == '@') {
                return true;
            }
        }
        return false;
    }

    static boolean rnameHasNoDomain(Case zone) {
        return anyMailbox(zone, name -> !name.isRoot() && name.labelCount() <= 2);
    }

    static boolean rnameIsPlaceholder(Case zone) {
        for (Sources.Source source : zone.sources.all()) {
            if (isPlaceholder(source.key().rname(), zone.evidence.delegation().zone())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the mail domain lies in a domain for examples, other than the zone itself. */
    static boolean isPlaceholder(DomainName rname, DomainName apex) {
        for (DomainName placeholder : PLACEHOLDERS) {
            if (rname.isBelow(placeholder) && !placeholder.equals(apex)) {
                return true;
            }
        }
        return false;
    }

    static boolean rnameIsMalformed(Case zone) {
        return anyMailbox(zone, name -> {
            Mailbox mailbox = Mailbox.of(name);
            return !name.isRoot() && !(mailbox.isExpressible() && mailbox.hasHostDomain());
        });
    }

    private static boolean anyMailbox(Case zone, Predicate<DomainName> test) {
        for (Sources.Source source : zone.sources.all()) {
            if (test.test(source.key().rname())) {
                return true;
            }
        }
        return false;
    }
}
