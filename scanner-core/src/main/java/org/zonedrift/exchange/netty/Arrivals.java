package org.zonedrift.exchange.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;
import java.nio.ByteBuffer;

/**
 * Where the datagrams of one lane arrive, a batch at a time: the same memory for all of its sockets,
 * which are read one after the other, and for every batch. Confined to the lane.
 */
final class Arrivals extends DefaultMaxMessagesRecvByteBufAllocator {

    private final int octets;
    private ByteBuf batch = Unpooled.EMPTY_BUFFER;

    /**
     * @param octets what one batch takes
     * @param datagramsPerTurn after so many the loop looks at something else
     */
    Arrivals(int octets, int datagramsPerTurn) {
        super(datagramsPerTurn);
        this.octets = octets;
    }

    /** Where the next batch may arrive; somewhere else only if somebody still holds the last one. */
    private ByteBuf place() {
        if (batch == Unpooled.EMPTY_BUFFER || batch.refCnt() != 1) {
            batch = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(octets));
        }
        return batch.clear().retain();
    }

    @Override
    public ExtendedHandle newHandle() {
        return new Reading();
    }

    /** The batches of one socket. */
    private final class Reading extends MaxMessageHandle {

        @Override
        public int guess() {
            return octets;
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator pool) {
            return place();
        }

        /** A batch that is not full was the last: to be told so would take one more system call. */
        @Override
        public boolean continueReading(UncheckedBooleanSupplier mayBeMore) {
            return lastBytesRead() >= attemptedBytesRead() && super.continueReading(mayBeMore);
        }
    }
}
