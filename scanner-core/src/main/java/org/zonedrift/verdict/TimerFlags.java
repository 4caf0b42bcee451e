package org.zonedrift.verdict;

import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Provider.Timers;
import org.zonedrift.zone.SoaRecord;

/** When the flags about REFRESH, RETRY, EXPIRE and MINIMUM are raised: the default profile of §4.4. */
final class TimerFlags {

    private static final long SIGN_BIT = 1L << 31;

    private TimerFlags() {}

    /** Whether no flag is raised for these timers: they are in order, or what a provider gives to all. */
    static boolean areUsual(Case zone, SoaRecord soa) {
        if (areInOrder(soa)) {
            return true;
        }
        Timers timers = zone.usualTimers();
        return timers != null && timers.areOf(soa);
    }

    /** Within the bounds of all flags. */
    private static boolean areInOrder(SoaRecord soa) {
        return isWithin(soa.refresh(), 1_200, 86_400)
                && isWithin(soa.retry(), 180, 14_400)
                && soa.retry() < soa.refresh()
                && isWithin(soa.expire(), 1_209_600, 2_419_200)
                && isWithin(soa.minimum(), 60, 10_800);
    }

    private static boolean isWithin(long seconds, long least, long most) {
        return seconds >= least && seconds <= most;
    }

    /** A timer out of bounds; what a provider gives to all its zones is not held against one of them. */
    static Predicate<Case> refresh(LongPredicate test) {
        return zone -> isOdd(zone, SoaRecord::refresh, Timers::refresh, test);
    }

    static Predicate<Case> retry(LongPredicate test) {
        return zone -> isOdd(zone, SoaRecord::retry, Timers::retry, test);
    }

    static Predicate<Case> expire(LongPredicate test) {
        return zone -> isOdd(zone, SoaRecord::expire, Timers::expire, test);
    }

    static Predicate<Case> minimum(LongPredicate test) {
        return zone -> isOdd(zone, SoaRecord::minimum, Timers::minimum, test);
    }

    private static boolean isOdd(
            Case zone, ToLongFunction<SoaRecord> field, ToLongFunction<Timers> usual, LongPredicate test) {
        if (zone.soa == null || !test.test(field.applyAsLong(zone.soa))) {
            return false;
        }
        Timers timers = zone.usualTimers();
        return timers == null || usual.applyAsLong(timers) != field.applyAsLong(zone.soa);
    }

    static boolean retryIsNotLess(Case zone) {
        return isOdd(zone, soa -> soa.retry() >= soa.refresh());
    }

    static boolean expireIsTooClose(Case zone) {
        return isOdd(zone, soa -> soa.expire() <= soa.refresh() + soa.retry());
    }

    static boolean isZero(Case zone) {
        return isOdd(zone, soa -> soa.refresh() == 0 || soa.retry() == 0 || soa.expire() == 0 || soa.minimum() == 0);
    }

    static boolean hasSignBit(Case zone) {
        return isOdd(zone, soa -> (soa.refresh() | soa.retry() | soa.expire() | soa.minimum()) >= SIGN_BIT);
    }

    private static boolean isOdd(Case zone, Predicate<SoaRecord> test) {
        SoaRecord soa = zone.soa;
        if (soa == null || !test.test(soa)) {
            return false;
        }
        @Nullable Timers timers = zone.usualTimers();
        return timers == null || !timers.areOf(soa);
    }
}
