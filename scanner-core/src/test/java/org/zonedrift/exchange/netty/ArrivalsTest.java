package org.zonedrift.exchange.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator.ExtendedHandle;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.UncheckedBooleanSupplier;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final int DATAGRAM = 100;

    private final Arrivals arrivals = new Arrivals(4 * DATAGRAM, 8);
    private final ExtendedHandle oneSocket = arrivals.newHandle();
    private final ExtendedHandle another = arrivals.newHandle();

    @Test
    void allSocketsUseTheSameMemoryOneAfterTheOther() {
        ByteBuf first = allocate(oneSocket);
        first.writeInt(1);
        first.release();

        ByteBuf second = allocate(another);

        assertThat(second).isSameAs(first);
        assertThat(second.isReadable()).isFalse();
        assertThat(second.writableBytes()).isEqualTo(4 * DATAGRAM);
    }

    @Test
    void whatSomebodyStillHoldsIsNotOverwritten() {
        ByteBuf first = allocate(oneSocket);
        ByteBuf held = first.writeInt(1).retainedSlice(0, 4);
        first.release();

        allocate(oneSocket).writeInt(2);

        assertThat(held).isEqualTo(Unpooled.copyInt(1));
    }

    @Test
    void readingGoesOnAfterAFullBatchOnly() {
        assertThat(goesOnAfter(4)).isTrue();
        assertThat(goesOnAfter(3)).isFalse();
        assertThat(goesOnAfter(0)).isFalse();
    }

    @Test
    void readingStopsWhenItsTurnIsOver() {
        assertThat(goesOnAfter(4)).isTrue();
        oneSocket.incMessagesRead(4);
        assertThat(oneSocket.continueReading(UncheckedBooleanSupplier.TRUE_SUPPLIER))
                .isFalse();
    }

    private boolean goesOnAfter(int datagrams) {
        oneSocket.reset(new EmbeddedChannel().config());
        allocate(oneSocket).release();
        oneSocket.attemptedBytesRead(4 * DATAGRAM);
        oneSocket.lastBytesRead(datagrams * DATAGRAM);
        oneSocket.incMessagesRead(datagrams);
        return oneSocket.continueReading(UncheckedBooleanSupplier.TRUE_SUPPLIER);
    }

    private static ByteBuf allocate(ExtendedHandle handle) {
        return handle.allocate(UnpooledByteBufAllocator.DEFAULT);
    }
}
