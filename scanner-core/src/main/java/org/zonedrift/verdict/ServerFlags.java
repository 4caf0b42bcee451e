package org.zonedrift.verdict;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.NameServer;

/** When the flags about reachability, lameness and single servers are raised. */
final class ServerFlags {

    /** How a server may answer that once served the zone and lost it. */
    private static final Set<Outcome> EXPIRED_LOOK =
            EnumSet.of(Outcome.SERVFAIL, Outcome.REFUSED, Outcome.NON_AUTHORITATIVE);

    /** Under a week, an outage of a primary over the holidays loses the zone. */
    private static final long SHORT_EXPIRE_SECONDS = 604_800;

    private static final long IMMINENT_SHARE = 10;

    private ServerFlags() {}

    static boolean isLame(Case zone) {
        return zone.roll.failures().contains(Shortfall.LAME);
    }

    static boolean isUnreachable(Case zone) {
        return zone.roll.failures().contains(Shortfall.UNREACHABLE);
    }

    static boolean isNonAuthoritative(Case zone) {
        return isLame(zone) && zone.roll.anyIs(Outcome.NON_AUTHORITATIVE);
    }

    static boolean refersUpward(Case zone) {
        return isLame(zone) && zone.roll.anyIs(Outcome.UPWARD_REFERRAL);
    }

    static boolean offersRecursion(Case zone) {
        return zone.roll.anySeen(Observation::recursionAvailable);
    }

    static boolean familyNotProbed(Case zone) {
        return zone.roll.anyIs(Outcome.SKIPPED_FAMILY);
    }

    static boolean hasNsid(Case zone) {
        return zone.roll.anySeen(seen -> seen.edns() != null && seen.edns().nsid() != null);
    }

    static boolean familiesDisagree(Case zone) {
        if (zone.agreement == Agreement.EQUAL) {
            return false;
        }
        for (NameServer ns : zone.evidence.nameServers()) {
            Set<Long> four = serials(zone, ns, AddressFamily.IPV4);
            Set<Long> six = serials(zone, ns, AddressFamily.IPV6);
            if (!four.isEmpty() && !six.isEmpty() && !four.equals(six)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Long> serials(Case zone, NameServer ns, AddressFamily family) {
        Set<Long> serials = new TreeSet<>();
        for (NameServer.Located at : ns.addresses()) {
            Observation seen = zone.roll.seenAt(at.address());
            if (at.address().family() == family && seen.isUsable() && seen.soa() != null) {
                serials.add(seen.soa().serial().value());
            }
        }
        return serials;
    }

    static boolean onlyOneFamilyServes(Case zone) {
        if (zone.roll.failures().isEmpty()) {
            return false;
        }
        for (NameServer ns : zone.evidence.nameServers()) {
            Reach four = reach(zone, ns, AddressFamily.IPV4);
            Reach six = reach(zone, ns, AddressFamily.IPV6);
            if (four == Reach.ALL && six == Reach.NONE || four == Reach.NONE && six == Reach.ALL) {
                return true;
            }
        }
        return false;
    }

    private enum Reach {
        NOT_PROBED,
        NONE,
        SOME,
        ALL
    }

    private static Reach reach(Case zone, NameServer ns, AddressFamily family) {
        int probed = 0;
        int usable = 0;
        for (NameServer.Located at : ns.addresses()) {
            Outcome outcome = zone.roll.seenAt(at.address()).outcome();
            if (at.address().family() == family && outcome.meaning() != Outcome.Class.SKIPPED) {
                probed++;
                usable += outcome.isUsable() ? 1 : 0;
            }
        }
        if (probed == 0) {
            return Reach.NOT_PROBED;
        }
        if (usable == 0) {
            return Reach.NONE;
        }
        return usable == probed ? Reach.ALL : Reach.SOME;
    }

    static boolean instancesDisagree(Case zone) {
        return answersDiffer(zone, Nsids.DIFFERENT);
    }

    static boolean isUnstable(Case zone) {
        return answersDiffer(zone, Nsids.SAME);
    }

    /** Whether two answers come from instances that tell themselves apart. */
    private enum Nsids {
        SAME,
        DIFFERENT
    }

    private static boolean answersDiffer(Case zone, Nsids nsids) {
        for (Evidence.Round earlier : zone.evidence.rounds()) {
            for (Evidence.RoundAnswer answer : earlier.answers()) {
                if (zone.roll.has(answer.address()) && differsLater(zone, answer, nsids)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differsLater(Case zone, Evidence.RoundAnswer answer, Nsids nsids) {
        for (Evidence.Round round : zone.evidence.rounds()) {
            for (Evidence.RoundAnswer other : round.answers()) {
                if (other.address().equals(answer.address())
                        && other.serial() != null
                        && answer.serial() != null
                        && !other.serial().equals(answer.serial())
                        && compare(answer.nsid(), other.nsid()) == nsids) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Nsids compare(byte @Nullable [] one, byte @Nullable [] other) {
        return one != null && other != null && !Arrays.equals(one, other) ? Nsids.DIFFERENT : Nsids.SAME;
    }

    static boolean dataDiffers(Case zone) {
        for (Sources.Source source : zone.sources.all()) {
            String first = null;
            for (Voice voice : source.voices()) {
                String own =
                        voice.seen().kept() == null ? null : voice.seen().kept().dataHash();
                if (own != null && first != null && !own.equals(first)) {
                    return true;
                }
                first = first == null ? own : first;
            }
        }
        return false;
    }

    static boolean mayHaveExpired(Case zone) {
        if (!isLame(zone) || zone.soa == null || zone.soa.expire() >= SHORT_EXPIRE_SECONDS) {
            return false;
        }
        for (Asked at : zone.roll.distinct()) {
            String operator = zone.roll.operatorAt(at);
            if (looksExpired(at.seen().outcome())
                    && zone.voices.stream().anyMatch(voice -> voice.operator().equals(operator))) {
                return true;
            }
        }
        return false;
    }

    static boolean looksExpired(Outcome outcome) {
        return EXPIRED_LOOK.contains(outcome);
    }

    static boolean isAboutToExpire(Case zone) {
        for (Voice voice : zone.voices) {
            long left = voice.seen().edns() == null ? -1 : voice.seen().edns().expireSeconds();
            if (left >= 0 && left < voice.soa().expire() / IMMINENT_SHARE) {
                return true;
            }
        }
        return false;
    }

    static boolean servesExpired(Case zone) {
        return zone.agreement != Agreement.EQUAL && Lateness.isAnyPastExpire(zone);
    }
}
