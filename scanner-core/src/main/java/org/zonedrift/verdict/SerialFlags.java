package org.zonedrift.verdict;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Provider;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.RecheckResult.State;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SerialNumber.Relation;
import org.zonedrift.zone.SerialScheme;

/** When the flags about serials are raised. */
final class SerialFlags {

    /** Five years of 365 and a quarter days. */
    private static final long STALE_SECONDS = 157_788_000;

    /** More than a quarter of the circle is no ordinary step. */
    private static final long JUMP = 1L << 30;

    private static final long LAST_NN = 99;
    private static final long WIDE_WINDOW_MILLIS = 5_000;

    private SerialFlags() {}

    /** Whether all servers show one serial of which nothing is to be said for itself. */
    static boolean areOrdinary(Case zone) {
        if (zone.serials.size() != 1 || zone.ticking || zone.scheme.scheme() == SerialScheme.MIXED) {
            return false;
        }
        long serial = zone.serials.values()[0];
        for (Sources.Source source : zone.sources.all()) {
            if (!isOrdinary(serial, zone.schemeOf(source).scheme(), zone.providerOf(source), zone.now)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a serial is a date of late, or a number counted up to, or one that follows no scheme at all. */
    static boolean isOrdinary(long serial, SerialScheme scheme, @Nullable Provider provider, long now) {
        if (serial <= 1
                || serial % 100 == LAST_NN
                || provider != null && !provider.constants().isEmpty()) {
            return false;
        }
        return switch (scheme) {
            case UNIX, DATE_NN, YYMMDDHHMM, DATE8 -> now < 0 || !isStale(serial, scheme, now);
            case COUNTER -> true;
            case OPAQUE -> isOpaque(provider) || !Schemes.isFutureDated(new long[] {serial}, now);
            case FIXED, MIXED -> false;
        };
    }

    private static boolean isOpaque(@Nullable Provider provider) {
        return provider != null && provider.scheme() == SerialScheme.OPAQUE;
    }

    static boolean isFutureDated(Case zone) {
        return zone.anySource(source -> zone.schemeOf(source).scheme() == SerialScheme.OPAQUE
                && !zone.providerSaysOpaque(source)
                && Schemes.isFutureDated(source.serials().values(), zone.now));
    }

    static boolean isStale(Case zone) {
        return zone.now >= 0 && zone.anySource(source -> isStale(zone, source));
    }

    private static boolean isStale(Case zone, Sources.Source source) {
        SerialNumber newest = source.serials().newest();
        SerialScheme scheme = zone.schemeOf(source).scheme();
        return newest != null && DatedSerial.isDated(scheme) && isStale(newest.value(), scheme, zone.now);
    }

    private static boolean isStale(long serial, SerialScheme dated, long now) {
        return now - DatedSerial.timeOf(dated, serial) > STALE_SECONDS;
    }

    static boolean isZero(Case zone) {
        return anySerial(zone, serial -> serial.bits() == 0);
    }

    private static boolean anySerial(Case zone, Predicate<SerialNumber> test) {
        for (Voice voice : zone.voices) {
            if (test.test(voice.serial())) {
                return true;
            }
        }
        return false;
    }

    static boolean jumps(Case zone) {
        return !zone.incomparable && zone.serials.spread() > JUMP;
    }

    static boolean orderIsUndefined(Case zone) {
        return hasOrder(zone, SerialOrder.UNDEFINED);
    }

    static boolean orderIsCyclic(Case zone) {
        return hasOrder(zone, SerialOrder.CYCLIC);
    }

    private static boolean hasOrder(Case zone, SerialOrder order) {
        return !zone.incomparable && zone.serials.order() == order;
    }

    static boolean isExhausted(Case zone) {
        return anySerial(zone, serial -> serial.value() % 100 == LAST_NN)
                && zone.anySource(source -> zone.schemeOf(source).scheme() == SerialScheme.DATE_NN
                        && source.voices().stream()
                                .anyMatch(voice -> voice.serial().value() % 100 == LAST_NN));
    }

    static boolean schemesMix(Case zone) {
        return !zone.voices.isEmpty() && zone.scheme.scheme() == SerialScheme.MIXED;
    }

    static boolean saysNothing(Case zone) {
        return zone.serials.size() == 1
                && (zone.serials.values()[0] <= 1
                        || zone.anySource(source -> {
                            Provider provider = zone.providerOf(source);
                            return provider != null
                                    && Schemes.isConstantOf(
                                            provider, source.serials().values());
                        }));
    }

    static boolean isClock(Case zone) {
        return zone.ticking;
    }

    static boolean primaryIsBehind(Case zone) {
        if (zone.ticking) {
            return false;
        }
        boolean someAhead = zone.reference.kind() == Reference.Kind.MNAME
                && zone.agreement != Agreement.EQUAL
                && anySerial(zone, serial -> Position.of(serial, zone.reference) == Position.AHEAD);
        return someAhead || anyHiddenIsOlder(zone);
    }

    private static boolean anyHiddenIsOlder(Case zone) {
        for (PrimaryRow row : zone.primaries) {
            if (hiddenIsOlder(zone, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hiddenIsOlder(Case zone, PrimaryRow row) {
        SerialNumber newest = zone.incomparable ? null : zone.serials.newest();
        return isHiddenAndServes(row) && row.serial() != null && newest != null && newest.isNewerThan(row.serial());
    }

    private static boolean isHiddenAndServes(PrimaryRow row) {
        return !row.isInNs() && row.outcome() == Outcome.OK;
    }

    /** A hidden primary is newer than everyone who names it: what is changed there goes nowhere. */
    static boolean allBehindPrimary(Case zone) {
        if (zone.ticking || zone.state != null && zone.history.withPrimary() == State.CONVERGED) {
            return false;
        }
        return zone.primaries.stream().anyMatch(row -> isHiddenAndServes(row) && isNewerThanAll(zone, row));
    }

    private static boolean isNewerThanAll(Case zone, PrimaryRow row) {
        for (Voice voice : zone.voices) {
            boolean counts = !zone.incomparable || voice.soa().mname().equals(row.name());
            if (row.serial() == null || counts && row.serial().relationTo(voice.serial()) != Relation.NEWER) {
                return false;
            }
        }
        return true;
    }

    static boolean wasTransient(Case zone) {
        return zone.state == State.CONVERGED && zone.history.firstVerdict() == Verdict.MISMATCH;
    }

    static boolean isMoving(Case zone) {
        return wasTransient(zone) && !zone.sources.areEachConsistent();
    }

    static boolean wentBackwards(Case zone) {
        Previous previous = zone.evidence.previous();
        SerialNumber newest = zone.incomparable ? null : zone.serials.newest();
        return previous != null
                && newest != null
                && !zone.ticking
                && previous.serial().isNewerThan(newest);
    }

    static boolean windowIsWide(Case zone) {
        return isWide(zone.evidence.probeSpreadMillis());
    }

    static boolean isWide(long spreadMillis) {
        return spreadMillis > WIDE_WINDOW_MILLIS;
    }
}
