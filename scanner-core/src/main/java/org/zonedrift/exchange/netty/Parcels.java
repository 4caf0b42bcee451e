package org.zonedrift.exchange.netty;

import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The parcels of one lane, of which the one that came back last goes out first. Confined to the
 * lane, which a pool for all threads is not: that one asks more of the processor for each datagram
 * than to write it.
 */
final class Parcels {

    /** More than any question has: a header, the longest name, and an OPT record with its options. */
    private static final int ROOM = 512;

    /** Made at a time, side by side. A power of two. */
    private static final int BUNCH = 1 << 6;

    /** 2 MiB a lane; what was sent at once beyond that is forgotten when it comes back. */
    private static final int KEPT_MAX = 1 << 12;

    private Parcel[] free = new Parcel[BUNCH];
    private int count;

    /** An empty one, with room for so many octets. */
    Parcel take(int capacity) {
        if (capacity > ROOM) {
            return parcel(ByteBuffer.allocateDirect(capacity));
        }
        if (count == 0) {
            makeMore();
        }
        Parcel next = free[--count];
        next.content().clear();
        return next;
    }

    private void makeMore() {
        ByteBuffer room = ByteBuffer.allocateDirect(BUNCH * ROOM);
        for (int i = 0; i < BUNCH; i++) {
            free[count++] = parcel(room.slice(i * ROOM, ROOM));
        }
    }

    private Parcel parcel(ByteBuffer room) {
        return new Parcel(Unpooled.wrappedBuffer(room).clear(), this);
    }

    void takeBack(Parcel parcel) {
        if (parcel.content().capacity() != ROOM || count == KEPT_MAX) {
            return;
        }
        if (count == free.length) {
            free = Arrays.copyOf(free, count * 2);
        }
        free[count++] = parcel;
    }
}
