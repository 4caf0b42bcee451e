package org.zonedrift.zone;

import java.util.Arrays;

/** The canonical order of names (RFC 4034 §6.1): label by label, from the root down. */
final class CanonicalOrder {

    private CanonicalOrder() {}

    static int compare(byte[] left, byte[] right) {
        int more = labels(left) - labels(right);
        int l = skip(left, more);
        int r = skip(right, -more);
        int order = 0;
        // Of the labels that differ, the one next to the root decides: so it is the last one met.
        while (left[l] != 0) {
            int leftEnd = l + 1 + left[l];
            int rightEnd = r + 1 + right[r];
            int here = Arrays.compareUnsigned(left, l + 1, leftEnd, right, r + 1, rightEnd);
            order = here == 0 ? order : here;
            l = leftEnd;
            r = rightEnd;
        }
        return order == 0 ? more : order;
    }

    private static int labels(byte[] wire) {
        int count = 0;
        for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
            count++;
        }
        return count;
    }

    /** Where the name goes on behind so many labels; at its beginning where there are none to skip. */
    private static int skip(byte[] wire, int labels) {
        int at = 0;
        for (int i = 0; i < labels; i++) {
            at += wire[at] + 1;
        }
        return at;
    }
}
