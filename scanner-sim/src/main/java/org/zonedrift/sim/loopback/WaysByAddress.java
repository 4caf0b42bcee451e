package org.zonedrift.sim.loopback;

import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.world.Place;

/**
 * The ways back from the addresses that were asked so far: an open table, since the addresses of
 * operators differ in bits that a hash map's own hash folds away. Witness: the benchmark of the
 * servers.
 */
final class WaysByAddress {

    private static final int LEAST_ROOM = 16;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final @Nullable DatagramWay[] table;
    private final long[] places;
    private final int shift;

    /** Room for so many, and as many again left free. */
    WaysByAddress(int most) {
        int size = Integer.highestOneBit(Math.max(LEAST_ROOM, most)) << 2;
        this.table = new DatagramWay[size];
        this.places = new long[size];
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
    }

    @Nullable
    DatagramWay from(long place) {
        return table[slotOf(place)];
    }

    void add(DatagramWay way) {
        long place = Place.at(way.server().octets());
        int slot = slotOf(place);
        table[slot] = way;
        places[slot] = place;
    }

    /** Where it stands, or the free slot where it would. */
    private int slotOf(long place) {
        int slot = (int) (place * GOLDEN >>> shift);
        while (table[slot] != null && places[slot] != place) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
