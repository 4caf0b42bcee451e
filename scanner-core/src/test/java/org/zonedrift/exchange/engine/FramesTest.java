package org.zonedrift.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages on a stream, wherever the segments cut them. */
class FramesTest {

    private final Frames frames = new Frames();
    private final List<String> messages = new ArrayList<>();

    private void segment(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        frames.add(Unpooled.wrappedBuffer(bytes), message -> messages.add(ByteBufUtil.hexDump(message)));
    }

    @Test
    void aLengthThatIsSplitIsPutTogetherAgain_T090() {
        segment(0);
        assertThat(messages).isEmpty();
        segment(3, 1, 2);
        segment(3);
        assertThat(messages).containsExactly("010203");
    }

    @Test
    void twoMessagesInOneSegmentAreTwo_T090() {
        segment(0, 1, 7, 0, 2, 8, 9, 0);
        segment(1, 5);
        assertThat(messages).containsExactly("07", "0809", "05");
    }
}
