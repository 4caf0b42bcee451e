package org.zonedrift.input;

import java.util.Arrays;

/**
 * Whether the owners met so far were sorted, as text or as DNS sorts names: then each owner's
 * records stand together, and nobody has to gather them.
 */
final class OwnerOrder {

    private final NameBuffer last = new NameBuffer();
    private boolean textual = true;
    private boolean canonical = true;

    void note(NameBuffer owner) {
        if (!last.isEmpty() && !last.holdsSameAs(owner)) {
            textual = textual && compareAsText(last, owner) < 0;
            canonical = canonical && last.toName().compareTo(owner.toName()) < 0;
        }
        if (last.isEmpty() || !last.holdsSameAs(owner)) {
            last.set(owner);
        }
    }

    boolean isSorted() {
        return textual || canonical;
    }

    /** The order of {@code sort}: octet by octet, with a dot wherever a length stands. */
    private static int compareAsText(NameBuffer one, NameBuffer other) {
        byte[] left = one.octets();
        byte[] right = other.octets();
        int shared = Arrays.mismatch(left, 0, one.length(), right, 0, other.length());
        int label = 0;
        while (label + left[label] + 1 <= shared) {
            label += left[label] + 1;
        }
        int from = label + 1;
        int length = Math.min(left[label], right[label]);
        int order = Arrays.compareUnsigned(left, from, from + length, right, from, from + length);
        return order != 0 ? order : octetOrDot(left, label, length) - octetOrDot(right, label, length);
    }

    /** What follows so many octets of a label in the text. */
    private static int octetOrDot(byte[] wire, int label, int length) {
        return wire[label] > length ? wire[label + 1 + length] & 0xff : wire[label] == 0 ? -1 : '.';
    }
}
