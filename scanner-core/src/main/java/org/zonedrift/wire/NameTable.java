package org.zonedrift.wire;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The names seen of late, so that a name which many messages repeat is one object. A name that
 * falls on another's place takes it: nothing grows, and nothing has to be thrown out.
 */
final class NameTable {

    /** Name servers repeat far more than zones do; at some 100 octets a name, under 1 MiB a lane. */
    private static final int PLACES = 1 << 13;

    private final @Nullable DomainName[] names = new DomainName[PLACES];

    /** The name written in this stretch of folded octets. */
    DomainName nameOf(byte[] foldedOctets, int length) {
        int hash = DomainName.hashOf(foldedOctets, 0, length);
        int place = hash & PLACES - 1;
        DomainName known = names[place];
        if (known != null && known.isWrittenIn(foldedOctets, 0, length)) {
            return known;
        }
        byte[] own = new byte[length];
        System.arraycopy(foldedOctets, 0, own, 0, length);
        DomainName fresh = DomainName.ofFoldedWire(own, hash);
        names[place] = fresh;
        return fresh;
    }
}
