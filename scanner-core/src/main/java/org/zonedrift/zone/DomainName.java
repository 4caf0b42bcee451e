package org.zonedrift.zone;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A domain name in wire form, its ASCII letters folded to lower case once, at birth.
 *
 * <p>Two names are equal when DNS calls them equal (RFC 4343). The natural order is the canonical
 * order of RFC 4034 §6.1, in which a zone stands directly before everything below it.
 */
public final class DomainName implements Comparable<DomainName> {

    /** The longest name on the wire, its closing zero octet included (RFC 1035 §2.3.4). */
    public static final int MAX_WIRE_LENGTH = 255;

    /** The longest label (RFC 1035 §2.3.4). */
    public static final int MAX_LABEL_LENGTH = 63;

    /** Little-endian everywhere, so that a name has the same hash on every machine. */
    private static final VarHandle EIGHT_OCTETS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The root of the name space. */
    public static final DomainName ROOT = new DomainName(new byte[1]);

    private final byte[] wire;
    private final int hash;

    private DomainName(byte[] foldedWire) {
        this(foldedWire, hashOf(foldedWire, 0, foldedWire.length));
    }

    private DomainName(byte[] foldedWire, int hash) {
        this.wire = foldedWire;
        this.hash = hash;
    }

    /**
     * The name written in presentation form, {@code \DDD} and {@code \X} escapes included, with or
     * without the closing dot.
     *
     * @throws MalformedNameException if the text is no domain name; its message says why
     */
    public static DomainName parse(String text) {
        return new DomainName(PresentationForm.parse(text));
    }

    /**
     * The name whose uncompressed wire form fills the given octets.
     *
     * @throws MalformedNameException if the octets are no domain name
     */
    public static DomainName ofWire(byte[] octets) {
        byte[] folded = octets.clone();
        checkLabels(folded);
        fold(folded);
        return new DomainName(folded);
    }

    /**
     * The name in octets that are known to be a whole, folded wire form. Takes ownership of them:
     * for parsers that have just checked and folded every label.
     */
    public static DomainName ofFoldedWire(byte[] octets) {
        return new DomainName(octets);
    }

    /** The same for who has computed {@link #hashOf} these octets already. */
    public static DomainName ofFoldedWire(byte[] octets, int hash) {
        return new DomainName(octets, hash);
    }

    /** The hash that {@link #hashCode} gives for the name in this stretch of folded octets. */
    public static int hashOf(byte[] foldedOctets, int from, int length) {
        long hash = length;
        int at = from;
        for (int end = from + length - Long.BYTES; at <= end; at += Long.BYTES) {
            hash = mixed(hash ^ (long) EIGHT_OCTETS.get(foldedOctets, at));
        }
        long rest = 0;
        for (; at < from + length; at++) {
            rest = rest << Byte.SIZE | foldedOctets[at] & 0xff;
        }
        hash = mixed(hash ^ rest);
        return (int) (hash ^ hash >>> 32);
    }

    private static long mixed(long bits) {
        long spread = bits * 0x9e3779b97f4a7c15L;
        return spread ^ spread >>> 29;
    }

    /** An octet as names compare it: ASCII letters in lower case, all else as it is. */
    public static byte folded(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + ('a' - 'A')) : octet;
    }

    private static void checkLabels(byte[] wire) {
        if (wire.length == 0 || wire.length > MAX_WIRE_LENGTH) {
            throw new MalformedNameException("a name has 1 to 255 octets, not " + wire.length);
        }
        int at = 0;
        while (wire[at] != 0) {
            int length = wire[at] & 0xff;
            if (length > MAX_LABEL_LENGTH || at + length + 1 >= wire.length) {
                throw new MalformedNameException("a label does not fit at octet " + at);
            }
            at += length + 1;
        }
        if (at != wire.length - 1) {
            throw new MalformedNameException("octets follow the root label");
        }
    }

    private static void fold(byte[] wire) {
        // Length octets are below 64, so no letter: the whole array can be folded at once.
        for (int i = 0; i < wire.length; i++) {
            wire[i] = folded(wire[i]);
        }
    }

    /** The wire form itself, not a copy: for writing it out, never for changing it. */
    public byte[] wire() {
        return wire;
    }

    /** Octets on the wire, the closing zero included. */
    public int wireLength() {
        return wire.length;
    }

    /** Labels, not counting the root's empty one. */
    public int labelCount() {
        int labels = 0;
        for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
            labels++;
        }
        return labels;
    }

    /** Whether this is the root itself. */
    public boolean isRoot() {
        return wire.length == 1;
    }

    /** The name one label up; the root's parent is the root. */
    public DomainName parent() {
        return isRoot() ? this : new DomainName(Arrays.copyOfRange(wire, wire[0] + 1, wire.length));
    }

    /** The ancestor (or this name) that has so many labels. */
    public DomainName ancestor(int labels) {
        int skip = labelCount() - labels;
        if (skip < 0) {
            throw new IllegalArgumentException(this + " has fewer than " + labels + " labels");
        }
        int at = 0;
        for (; skip > 0; skip--) {
            at += wire[at] + 1;
        }
        return at == 0 ? this : new DomainName(Arrays.copyOfRange(wire, at, wire.length));
    }

    /** Whether this name is the other, or lies anywhere below it. */
    public boolean isAtOrBelow(DomainName other) {
        int skip = wire.length - other.wire.length;
        if (skip < 0) {
            return false;
        }
        int at = 0;
        while (at < skip) {
            at += wire[at] + 1;
        }
        return at == skip && Arrays.equals(wire, at, wire.length, other.wire, 0, other.wire.length);
    }

    /** Whether this name lies below the other and is not the other. */
    public boolean isBelow(DomainName other) {
        return wire.length > other.wire.length && isAtOrBelow(other);
    }

    /** The octets of one label; 0 is the leftmost. */
    public byte[] label(int index) {
        int at = 0;
        for (int i = 0; i < index; i++) {
            at += wire[at] + 1;
        }
        return Arrays.copyOfRange(wire, at + 1, at + 1 + wire[at]);
    }

    /** The name with one more label on its left. */
    public DomainName child(String label) {
        byte[] octets = PresentationForm.parse(label);
        if (octets.length < 2 || octets[0] + 2 != octets.length) {
            throw new MalformedNameException("not one label: " + label);
        }
        byte[] joined = Arrays.copyOf(octets, octets.length - 1 + wire.length);
        System.arraycopy(wire, 0, joined, octets.length - 1, wire.length);
        if (joined.length > MAX_WIRE_LENGTH) {
            throw new MalformedNameException("longer than 255 octets");
        }
        return new DomainName(joined);
    }

    @Override
    public int compareTo(DomainName other) {
        return this == other ? 0 : CanonicalOrder.compare(wire, other.wire);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof DomainName that && hash == that.hash && Arrays.equals(wire, that.wire);
    }

    /** Whether this name's folded wire form is the given stretch of octets. */
    public boolean isWrittenIn(byte[] foldedOctets, int from, int length) {
        return length == wire.length && Arrays.equals(wire, 0, length, foldedOctets, from, from + length);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Presentation form: lower case, odd octets as {@code \DDD}, no closing dot, root is ".". */
    @Override
    public String toString() {
        return PresentationForm.write(wire);
    }
}
