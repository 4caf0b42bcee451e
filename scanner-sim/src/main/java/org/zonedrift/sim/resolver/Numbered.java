package org.zonedrift.sim.resolver;

import org.zonedrift.zone.DomainName;

/** Numbers that belong to a name: always the same for the same name, and as good as random. */
final class Numbered {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Numbered() {}

    /** Between 0 and 1; another one for each purpose. */
    static double share(DomainName name, int purpose) {
        return (bits(name, purpose) >>> 11) * 0x1p-53;
    }

    /** 4 octets of 198.18.0.0/15, or 16 of 2001:db8::/32. */
    static byte[] address(DomainName name, int length) {
        long bits = bits(name, length);
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (bits >>> 8 * (i % 8));
        }
        byte[] prefix = length == 4 ? new byte[] {(byte) 198, 18} : new byte[] {0x20, 0x01, 0x0d, (byte) 0xb8};
        System.arraycopy(prefix, 0, octets, 0, prefix.length);
        return octets;
    }

    private static long bits(DomainName name, int purpose) {
        long mixed = (name.hashCode() + purpose * 31L) * SPREAD;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 31;
    }
}
