package org.zonedrift.sim.network;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Hears of buffers that were forgotten without being given back. Netty tells of them once the
 * collector has found them; a buffer forgotten on purpose shows that it has.
 */
final class LeakWatch {

    private static final String CONTROL = "forgotten on purpose: ";

    /** Collections after which somebody must have told; one is nearly always enough. */
    private static final int ROUNDS_MAX = 500;

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

    private static int forgotten;

    private LeakWatch() {}

    static void begin() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((resource, where) -> LEAKS.add(where));
        leaksSinceItBegan(); // what others forgot before is not ours
        LEAKS.clear();
    }

    /** Where those buffers were made and touched. */
    static List<String> leaksSinceItBegan() {
        // Netty tells of each way to forget one only once, so no two of these are alike.
        String control = CONTROL + ++forgotten;
        PooledByteBufAllocator.DEFAULT.heapBuffer().touch(control);
        for (int round = 0; LEAKS.stream().noneMatch(leak -> leak.contains(control)); round++) {
            if (round == ROUNDS_MAX) {
                throw new IllegalStateException("nobody tells of buffers that are forgotten");
            }
            System.gc();
            PooledByteBufAllocator.DEFAULT.heapBuffer().release();
        }
        return LEAKS.stream().filter(leak -> !leak.contains(CONTROL)).toList();
    }
}
