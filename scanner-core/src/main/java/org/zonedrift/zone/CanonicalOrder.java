package org.zonedrift.zone;

import java.util.Arrays;

/** The canonical order of names (RFC 4034 §6.1): label by label, from the root down. */
final class CanonicalOrder {

    private CanonicalOrder() {}

    static int compare(byte[] left, byte[] right) {
        int[] leftStarts = labelStarts(left);
        int[] rightStarts = labelStarts(right);
        int shared = Math.min(leftStarts.length, rightStarts.length);
        for (int i = 1; i <= shared; i++) {
            int l = leftStarts[leftStarts.length - i];
            int r = rightStarts[rightStarts.length - i];
            int order = Arrays.compareUnsigned(left, l + 1, l + 1 + left[l], right, r + 1, r + 1 + right[r]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(leftStarts.length, rightStarts.length);
    }

    private static int[] labelStarts(byte[] wire) {
        int[] starts = new int[wire.length / 2];
        int count = 0;
        for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
            starts[count++] = at;
        }
        return Arrays.copyOf(starts, count);
    }
}
