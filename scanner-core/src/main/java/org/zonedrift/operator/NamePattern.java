package org.zonedrift.operator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.zonedrift.zone.DomainName;

/**
 * A pattern over names, label by label and as many labels: {@code *} stands for any run of octets
 * within a label, {@code #} for a run of digits; neither for nothing.
 */
final class NamePattern {

    private final byte[][] labels;

    /** The labels behind the last wildcard: most names differ there. */
    private final DomainName end;

    NamePattern(String text) {
        String[] parts = text.split("\\.", -1);
        labels = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            labels[i] = parts[i].getBytes(StandardCharsets.US_ASCII);
        }
        end = DomainName.parse(plainEnd(parts));
    }

    private static String plainEnd(String[] parts) {
        int from = parts.length;
        while (from > 0 && parts[from - 1].indexOf('*') < 0 && parts[from - 1].indexOf('#') < 0) {
            from--;
        }
        return from == parts.length
                ? "."
                : String.join(".", Arrays.asList(parts).subList(from, parts.length));
    }

    DomainName end() {
        return end;
    }

    /** Whether the name has this shape. */
    boolean matches(DomainName name) {
        if (name.labelCount() != labels.length) {
            return false;
        }
        byte[] wire = name.wire();
        int at = 0;
        for (byte[] label : labels) {
            if (!matches(label, 0, wire, at + 1, at + 1 + wire[at])) {
                return false;
            }
            at += wire[at] + 1;
        }
        return true;
    }

    private static boolean matches(byte[] pattern, int from, byte[] wire, int at, int end) {
        int p = from;
        for (int i = at; p < pattern.length; p++, i++) {
            if (pattern[p] == '*' || pattern[p] == '#') {
                return matchesRun(pattern, p, wire, i, end);
            }
            if (i >= end || pattern[p] != wire[i]) {
                return false;
            }
            if (p == pattern.length - 1) {
                return i + 1 == end;
            }
        }
        return at == end;
    }

    private static boolean matchesRun(byte[] pattern, int wildcard, byte[] wire, int at, int end) {
        for (int i = at; i < end; i++) {
            if (pattern[wildcard] == '#' && (wire[i] < '0' || wire[i] > '9')) {
                return false;
            }
            if (matches(pattern, wildcard + 1, wire, i + 1, end)) {
                return true;
            }
        }
        return false;
    }
}
