package org.zonedrift.exchange.engine;

import org.zonedrift.exchange.Lane;

/** A timing wheel that its lane's clock turns; it stands still while nothing waits on it. */
final class WheelTurner {

    private final Lane lane;
    private final TimingWheel wheel = new TimingWheel();
    private final Runnable turn = this::turn;
    private boolean turning;

    WheelTurner(Lane lane) {
        this.lane = lane;
    }

    int add(long now, long delayNanos, TimingWheel.Deadline deadline) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        int handle = wheel.add(now, delayNanos, deadline);
        if (!turning) {
            turning = true;
            scheduleTurn(now);
        }
        return handle;
    }

    void cancel(int handle) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        wheel.cancel(handle);
    }

    private void turn() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        long now = lane.now();
        try {
            wheel.advance(now);
        } finally {
            // A bug in whoever is rung for must not stop the time of everybody else.
            turning = !wheel.isEmpty();
            if (turning) {
                scheduleTurn(now);
            }
        }
    }

    private void scheduleTurn(long now) {
        lane.schedule(TimingWheel.TICK_NANOS - (now & TimingWheel.TICK_NANOS - 1), turn);
    }
}
