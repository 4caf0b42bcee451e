package org.zonedrift.verdict;

import org.zonedrift.probe.Observation;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.NameServer;

/**
 * What a zone must have before certain flags can be raised at all. Most zones have little of it, and
 * are spared most of the conditions: they are many, and no two are the same code.
 */
enum Occasion {
    ANY_ZONE,
    /** The parent and the zone itself name different servers, or the zone's servers do. */
    NS_SETS_DIFFER,
    /** Some host name led to no address, for a reason that is known. */
    TROUBLED_HOST,
    /** There is but one server or one address, or servers share one. */
    FEW_ADDRESSES,
    /** Some server has no address, or does not speak for the zone. */
    FAILURE,
    /** The serials are none, or more than one, or one of which there is something to say. */
    ODD_SERIALS,
    SEVERAL_SERIALS,
    SEVERAL_SOURCES,
    /** Serials differ, and mean something by it. */
    DISAGREEMENT,
    SOA_RECORDS_DIFFER,
    /** Servers were asked again, or in an earlier run, or not all at once. */
    SEVERAL_MOMENTS,
    /** Some server said more than was asked for: that it helps anybody, who it is, when its copy expires. */
    TOLD_MORE,
    /** A timer that some flag does not like. */
    ODD_TIMERS,
    /** An MNAME that is not just the name of a server that serves the zone as others do. */
    ODD_PRIMARY,
    /** An RNAME that is not just a mailbox in some domain. */
    ODD_MAILBOX;

    boolean isGivenBy(Case zone) {
        return switch (this) {
            case ANY_ZONE -> true;
            case NS_SETS_DIFFER -> DelegationFlags.differ(zone) || DelegationFlags.childSetsDiffer(zone);
            case TROUBLED_HOST -> hasTroubledHost(zone);
            case FEW_ADDRESSES ->
                DelegationFlags.isSingleNs(zone)
                        || DelegationFlags.isSingleAddress(zone)
                        || DelegationFlags.sharesAddress(zone);
            case FAILURE -> !zone.roll.failures().isEmpty();
            case ODD_SERIALS -> !SerialFlags.areOrdinary(zone);
            case SEVERAL_SERIALS -> zone.serials.size() > 1;
            case SEVERAL_SOURCES -> zone.sources.size() > 1;
            case DISAGREEMENT -> zone.agreement != Agreement.EQUAL;
            case SOA_RECORDS_DIFFER -> !zone.soaDiff.isEmpty();
            case SEVERAL_MOMENTS ->
                !zone.evidence.rounds().isEmpty() || zone.evidence.previous() != null || SerialFlags.windowIsWide(zone);
            case TOLD_MORE -> hasToldMore(zone);
            case ODD_TIMERS -> zone.soa != null && !TimerFlags.areUsual(zone, zone.soa);
            case ODD_PRIMARY -> zone.agreement != Agreement.EQUAL || hasOddPrimary(zone);
            case ODD_MAILBOX -> hasOddMailbox(zone);
        };
    }

    private static boolean hasToldMore(Case zone) {
        for (Asked at : zone.roll.distinct()) {
            Observation seen = at.seen();
            Edns edns = seen.edns();
            if (seen.recursionAvailable()
                    || seen.kept() != null
                    || edns != null && (edns.nsid() != null || edns.expireSeconds() >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTroubledHost(Case zone) {
        for (NameServer ns : zone.evidence.nameServers()) {
            if (ns.trouble() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOddPrimary(Case zone) {
        for (PrimaryRow row : zone.primaries) {
            if (NameFlags.isOdd(row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasOddMailbox(Case zone) {
        for (Sources.Source source : zone.sources.all()) {
            if (!Mailbox.isPlain(source.key().rname())) {
                return true;
            }
        }
        return NameFlags.rnameIsPlaceholder(zone);
    }
}
