package org.zonedrift.exchange.netty;

import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.zonedrift.exchange.Lane;

/** An event loop, and the place where time comes from. */
final class NettyLane implements Lane {

    private static final Alarm RUNG = () -> {};

    private final EventLoop loop;
    private final long epochOffset;

    /**
     * A lane on this loop.
     *
     * @param epochOffset nanoseconds between 1970 and the origin of the system's steady clock
     */
    NettyLane(EventLoop loop, long epochOffset) {
        this.loop = loop;
        this.epochOffset = epochOffset;
    }

    /** The offset by which the steady clock tells the time of day; to be read once. */
    static long epochOffsetNow() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - System.nanoTime();
    }

    EventLoop loop() {
        return loop;
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
