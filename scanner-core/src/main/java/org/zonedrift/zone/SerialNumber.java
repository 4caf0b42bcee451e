package org.zonedrift.zone;

/**
 * The version of a zone's data. Serials wrap at 2³², so "newer" follows RFC 1982, and two serials
 * half the circle apart are neither newer nor older: deliberately not {@link Comparable}.
 */
public record SerialNumber(int bits) {

    /** How one serial stands to another (RFC 1982 §3.2). */
    public enum Relation {
        EQUAL,
        OLDER,
        NEWER,
        /** Half the circle apart: the RFC leaves the order undefined. */
        UNDEFINED
    }

    /** The serial with this value; only the low 32 bits count. */
    public static SerialNumber of(long value) {
        return new SerialNumber((int) value);
    }

    /** 0 to 4294967295. */
    public long value() {
        return Integer.toUnsignedLong(bits);
    }

    /** How this serial stands to the other: {@code NEWER} when this one is newer. */
    public Relation relationTo(SerialNumber other) {
        int distance = other.distanceTo(this);
        if (distance == 0) {
            return Relation.EQUAL;
        }
        if (distance == Integer.MIN_VALUE) {
            return Relation.UNDEFINED;
        }
        return distance > 0 ? Relation.NEWER : Relation.OLDER;
    }

    /** Whether this serial is newer than the other; false also where the order is undefined. */
    public boolean isNewerThan(SerialNumber other) {
        return relationTo(other) == Relation.NEWER;
    }

    /**
     * The signed way from this serial to the other, positive when the other is newer, and {@link
     * Integer#MIN_VALUE} when the order is undefined.
     */
    public int distanceTo(SerialNumber other) {
        return other.bits - bits;
    }

    @Override
    public String toString() {
        return Integer.toUnsignedString(bits);
    }
}
