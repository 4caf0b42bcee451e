package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.SoaRecord;

/** Which fields of the SOA record the usable servers disagree about, the serial aside. */
final class SoaDifferences {

    private SoaDifferences() {}

    static List<SoaField> among(List<Voice> voices) {
        SoaRecord first = voices.isEmpty() ? null : voices.get(0).soa();
        if (first == null || areAllSame(voices, first)) {
            return List.of();
        }
        List<SoaField> fields = new ArrayList<>();
        for (SoaField field : SoaField.values()) {
            Function<SoaRecord, Object> value = valueOf(field);
            if (voices.stream().anyMatch(voice -> !value.apply(voice.soa()).equals(value.apply(first)))) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static boolean areAllSame(List<Voice> voices, SoaRecord first) {
        for (Voice voice : voices) {
            if (!isSameButSerial(first, voice.soa())) {
                return false;
            }
        }
        return true;
    }

    private static Function<SoaRecord, Object> valueOf(SoaField field) {
        return switch (field) {
            case EXPIRE -> SoaRecord::expire;
            case MINIMUM -> SoaRecord::minimum;
            case MNAME -> SoaRecord::mname;
            case REFRESH -> SoaRecord::refresh;
            case RETRY -> SoaRecord::retry;
            case RNAME -> SoaRecord::rname;
            case TTL -> SoaRecord::ttl;
        };
    }

    static boolean isSameButSerial(@Nullable SoaRecord one, SoaRecord other) {
        return one == other || one != null && isSameButTtl(one, other) && one.ttl() == other.ttl();
    }

    /** Whether MNAME, RNAME and all timers are the same. */
    static boolean isSameButTtl(SoaRecord one, SoaRecord other) {
        return one.mname().equals(other.mname()) && one.rname().equals(other.rname()) && hasSameTimers(one, other);
    }

    static boolean hasSameTimers(SoaRecord one, SoaRecord other) {
        return one.refresh() == other.refresh()
                && one.retry() == other.retry()
                && one.expire() == other.expire()
                && one.minimum() == other.minimum();
    }
}
