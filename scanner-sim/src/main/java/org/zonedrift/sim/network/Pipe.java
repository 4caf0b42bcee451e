package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.sim.network.NetworkTrace.Fate;
import org.zonedrift.zone.ServerAddress;

/** One direction of a stream: octets arrive in order, late when some were lost, or never. */
final class Pipe {

    /** How long TCP waits before it sends a first time again; then twice as long. */
    private static final long FIRST_RESEND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MOST_RESENDS = 6;

    private final Ether ether;
    private final ServerAddress server;
    private final Weather weather;
    private final @Nullable VirtualLane lane;
    private @Nullable StreamListener listener;
    private long lastArrival;
    private boolean stalled;

    /**
     * @param lane whose work the arrivals are; null at the server's end
     */
    Pipe(Ether ether, ServerAddress server, Weather weather, @Nullable VirtualLane lane) {
        this.ether = ether;
        this.server = server;
        this.weather = weather;
        this.lane = lane;
    }

    /** Who hears from now on; null for nobody. */
    void heardBy(@Nullable StreamListener other) {
        listener = other;
    }

    /** Takes ownership of the octets. */
    void carry(ByteBuf octets, long delayNanos) {
        schedule(delayNanos, new Segment(octets));
    }

    void tell(Runnable what, long delayNanos) {
        schedule(delayNanos, new Sign(what));
    }

    /** Tells the hearer that the stream ended, and then nothing more. */
    void end(long delayNanos) {
        tell(
                () -> {
                    StreamListener hearer = listener;
                    listener = null;
                    if (hearer != null) {
                        ether.note(Fate.CLOSED, server, 0);
                        hearer.closed();
                    }
                },
                delayNanos);
    }

    private void schedule(long delayNanos, Event event) {
        long travel = travelNanos();
        if (stalled) {
            event.discard();
            return;
        }
        lastArrival = Math.max(lastArrival, ether.timeline().now() + delayNanos + travel);
        ether.timeline().at(lastArrival, event);
    }

    private long travelNanos() {
        long waited = 0;
        for (int resend = 0; resend < MOST_RESENDS; resend++) {
            if (!ether.loses(weather, server, 0)) {
                return waited + ether.travelNanos(weather);
            }
            waited += FIRST_RESEND_NANOS << resend;
        }
        stalled = true;
        return waited;
    }

    private void run(Runnable work) {
        if (lane == null) {
            work.run();
        } else {
            ether.timeline().on(lane, work);
        }
    }

    /** Octets on their way. */
    private final class Segment implements Event {

        private final ByteBuf octets;

        Segment(ByteBuf octets) {
            this.octets = octets;
        }

        @Override
        public void happen() {
            try {
                StreamListener hearer = listener;
                if (hearer != null) {
                    ether.note(Fate.ARRIVED, server, octets.readableBytes());
                    run(() -> hearer.received(octets));
                }
            } finally {
                octets.release();
            }
        }

        @Override
        public void discard() {
            octets.release();
        }
    }

    /** Anything but octets on its way. */
    private final class Sign implements Event {

        private final Runnable what;

        Sign(Runnable what) {
            this.what = what;
        }

        @Override
        public void happen() {
            Pipe.this.run(what);
        }
    }
}
