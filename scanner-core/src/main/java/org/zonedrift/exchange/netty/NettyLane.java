package org.zonedrift.exchange.netty;

import io.netty.channel.EventLoop;
import io.netty.channel.RecvByteBufAllocator;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.zonedrift.exchange.Lane;

/** An event loop with the memory for its datagrams, and the place where time comes from. */
final class NettyLane implements Lane {

    private static final Alarm RUNG = () -> {};

    private final EventLoop loop;
    private final long epochOffset;
    private final RecvByteBufAllocator arrivals;
    private final Parcels parcels = new Parcels();

    /**
     * A lane on this loop.
     *
     * @param epochOffset nanoseconds between 1970 and the origin of the system's steady clock
     * @param arrivals where its datagrams arrive
     */
    NettyLane(EventLoop loop, long epochOffset, RecvByteBufAllocator arrivals) {
        this.loop = loop;
        this.epochOffset = epochOffset;
        this.arrivals = arrivals;
    }

    /** The offset by which the steady clock tells the time of day; to be read once. */
    static long epochOffsetNow() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - System.nanoTime();
    }

    EventLoop loop() {
        return loop;
    }

    RecvByteBufAllocator arrivals() {
        return arrivals;
    }

    Parcels parcels() {
        return parcels;
    }

    @Override
    public long now() {
        return epochOffset + System.nanoTime();
    }

    @Override
    public void execute(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            dropped(task);
        }
    }

    @Override
    public Alarm schedule(long delayNanos, Runnable task) {
        try {
            ScheduledFuture<?> alarm = loop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
            return () -> alarm.cancel(false);
        } catch (RejectedExecutionException e) {
            dropped(task);
            return RUNG;
        }
    }

    /** The network is closed: nothing runs on its lanes any more, by the contract of closing. */
    private static void dropped(Runnable task) {
        org.slf4j.LoggerFactory.getLogger(NettyLane.class).debug("the lane has ended, dropping {}", task);
    }

    @Override
    public boolean isCurrent() {
        return loop.inEventLoop();
    }
}
