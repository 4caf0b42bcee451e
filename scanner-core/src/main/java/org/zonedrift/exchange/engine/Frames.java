package org.zonedrift.exchange.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;

/**
 * Puts the messages of a stream together again, wherever the segments cut them: each stands behind
 * its length in two octets (RFC 1035 §4.2.2).
 */
final class Frames {

    private static final int LENGTH_OCTETS = 2;

    /** The longest message and its length: what one sender can make us hold. */
    private static final int HELD_MAX = LENGTH_OCTETS + 0xffff;

    private byte[] held = new byte[512];
    private int count;

    /** Takes octets of the stream and hands out each message that they complete. */
    void add(ByteBuf octets, Consumer<ByteBuf> whole) {
        while (octets.isReadable()) {
            int needed = needed();
            int taken = Math.min(needed - count, octets.readableBytes());
            makeRoom(count + taken);
            octets.readBytes(held, count, taken);
            count += taken;
            if (count >= LENGTH_OCTETS && count == needed()) {
                ByteBuf message = Unpooled.wrappedBuffer(held, LENGTH_OCTETS, count - LENGTH_OCTETS);
                count = 0;
                whole.accept(message);
            }
        }
    }

    /** Octets that must be there before the next step: the length, then the message behind it. */
    private int needed() {
        return count < LENGTH_OCTETS ? LENGTH_OCTETS : LENGTH_OCTETS + ((held[0] & 0xff) << 8 | held[1] & 0xff);
    }

    private void makeRoom(int octets) {
        if (octets > held.length) {
            byte[] larger = new byte[Math.min(HELD_MAX, Math.max(octets, held.length * 2))];
            System.arraycopy(held, 0, larger, 0, count);
            held = larger;
        }
    }
}
