package org.zonedrift.benchmarks.probes;

import org.zonedrift.zone.DomainName;

/** The names that every contestant asks for, and the serial that each must be answered with. */
final class BenchNames {

    private static final int DIGITS = 8;
    private static final byte[] PATTERN =
            DomainName.parse("n00000000.bench.example").wire();

    private BenchNames() {}

    /** The name with this number, such as {@code n00000042.bench.example}. */
    static DomainName name(int number) {
        byte[] wire = PATTERN.clone();
        int rest = number;
        for (int at = 1 + DIGITS; at > 1; at--) {
            wire[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return DomainName.ofFoldedWire(wire);
    }

    /** FNV-1a over the name's octets but the last, as the responder computes it. */
    static int serialOf(DomainName name) {
        int hash = 0x811c9dc5;
        byte[] wire = name.wire();
        for (int i = 0; i < wire.length - 1; i++) {
            hash = (hash ^ wire[i] & 0xff) * 0x01000193;
        }
        return hash;
    }
}
