package org.zonedrift.wire;

import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.ResourceRecord.Soa;
import org.zonedrift.zone.DomainName;

/**
 * What servers said of late of zones' SOA records. Most servers of a zone say the same of it, one soon
 * after the other, so that one object does for all of them. Confined to its lane.
 */
final class LastWords {

    /** As many as zones are usually in flight; some 400 octets each, names apart. A power of two. */
    private static final int PLACES = 1 << 12;

    private final @Nullable LastWord[] known = new LastWord[PLACES];

    /** What was said in this zone's place, of whichever zone; null where nothing was. */
    @Nullable
    LastWord at(DomainName zone) {
        return known[place(zone)];
    }

    /** From now on this is what was said last. */
    void hear(Soa soa) {
        int place = place(soa.owner());
        LastWord there = known[place];
        if (there == null) {
            known[place] = new LastWord(soa);
        } else {
            there.become(soa);
        }
    }

    private static int place(DomainName zone) {
        return zone.hashCode() & PLACES - 1;
    }
}
