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
        if (last.holdsSameAs(owner)) {
            return;
        }
        if (!last.isEmpty()) {
            textual = textual && compareAsText(last, owner) < 0;
            canonical = canonical && compareCanonically(last, owner) < 0;
        }
        last.set(owner);
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

    /** The order of DNS; two names in one domain, as they mostly are, differ in their first labels. */
    private static int compareCanonically(NameBuffer one, NameBuffer other) {
        byte[] left = one.octets();
        byte[] right = other.octets();
        int leftTail = left[0] + 1;
        int rightTail = right[0] + 1;
        return Arrays.equals(left, leftTail, one.length(), right, rightTail, other.length())
                ? Arrays.compareUnsigned(left, 1, leftTail, right, 1, rightTail)
                : one.toName().compareTo(other.toName());
    }

    /** What follows so many octets of a label in the text. */
    private static int octetOrDot(byte[] wire, int label, int length) {
        return wire[label] > length ? wire[label + 1 + length] & 0xff : wire[label] == 0 ? -1 : '.';
    }
}
