package org.zonedrift.verdict;

import java.util.List;

/** When the flags about differences between SOA records are raised. */
final class SoaFlags {

    private SoaFlags() {}

    static boolean mnameDiffers(Case zone) {
        return zone.soaDiff.contains(SoaField.MNAME);
    }

    static boolean rnameDiffers(Case zone) {
        return zone.soaDiff.contains(SoaField.RNAME);
    }

    static boolean timersDiffer(Case zone) {
        List<SoaField> fields = zone.soaDiff;
        return fields.contains(SoaField.REFRESH)
                || fields.contains(SoaField.RETRY)
                || fields.contains(SoaField.EXPIRE)
                || fields.contains(SoaField.MINIMUM);
    }

    static boolean ttlDiffers(Case zone) {
        return zone.soaDiff.contains(SoaField.TTL);
    }

    static boolean sameSerialDifferentSoa(Case zone) {
        if (zone.soaDiff.isEmpty()) {
            return false;
        }
        for (Voice one : zone.voices) {
            for (Voice other : zone.voices) {
                if (one.serial().equals(other.serial()) && !SoaDifferences.isSameButTtl(one.soa(), other.soa())) {
                    return true;
                }
            }
        }
        return false;
    }
}
