package org.zonedrift.sim.network;

import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Lane;

/** A lane in simulated time: its work is done by whoever steps the network. */
final class VirtualLane implements Lane {

    private final Timeline timeline;

    VirtualLane(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public long now() {
        return timeline.now();
    }

    @Override
    public void execute(Runnable task) {
        timeline.after(0, new Task(this, task));
    }

    @Override
    public Alarm schedule(long delayNanos, Runnable task) {
        Task scheduled = new Task(this, task);
        timeline.after(delayNanos, scheduled);
        return scheduled;
    }

    @Override
    public boolean isCurrent() {
        return timeline.current() == this;
    }

    /** Work of the lane that waits for its time. */
    private static final class Task implements Event, Alarm {

        private final VirtualLane lane;
        private @Nullable Runnable work;

        Task(VirtualLane lane, Runnable work) {
            this.lane = lane;
            this.work = work;
        }

        @Override
        public void happen() {
            Runnable due = work;
            if (due != null) {
                work = null;
                lane.timeline.on(lane, due);
            }
        }

        @Override
        public boolean isCalledOff() {
            return work == null;
        }

        @Override
        public void cancel() {
            work = null;
        }
    }
}
