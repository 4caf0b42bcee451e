package org.zonedrift.flink;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The engines of this process, one for each job: the first subtask that takes a seat starts it, and the
 * last that leaves ends it. Flink loads this class once for each job, so no two jobs meet here.
 */
final class Engines {

    private static final Map<String, Running> RUNNING = new HashMap<>();

    private Engines() {}

    /** An engine, and the subtasks that use it. */
    private static final class Running {

        private final Engine engine;
        private final Map<Integer, Seat> seats = new HashMap<>();

        Running(Engine engine) {
            this.engine = engine;
        }

        /** So many of all subtasks of the job are here, so that is the share of the limits. */
        void share(Ownership ownership, int subtasks) {
            if (!seats.isEmpty()) {
                engine.take(ownership.share(Set.copyOf(seats.keySet()), subtasks));
            }
        }
    }

    /**
     * Which part of the job somebody is.
     *
     * @param of how many there are in all processes together
     * @param ownership whether some of them own whom they ask
     */
    record Place(String job, int subtask, int of, Ownership ownership) {}

    /** Takes a seat at the engine of this process, which is started where there is none. */
    static synchronized Seat join(Place place, Supplier<Engine> start) {
        Running running = RUNNING.get(place.job);
        if (running == null) {
            running = new Running(start.get());
            RUNNING.put(place.job, running);
        }
        Seat seat = new Seat(place, running.engine);
        running.seats.put(place.subtask, seat);
        running.share(place.ownership, place.of);
        return seat;
    }

    /** The seat of this subtask; null where it has none. */
    static synchronized @Nullable Seat of(String job, int subtask) {
        Running running = RUNNING.get(job);
        return running == null ? null : running.seats.get(subtask);
    }

    /** Gives the seat back; true if it was the last, and the engine has ended. */
    static synchronized boolean leave(Seat seat) {
        Place place = seat.place();
        Running running = RUNNING.get(place.job);
        if (running == null) {
            return false;
        }
        seat.engine().forget(seat);
        running.seats.remove(place.subtask, seat);
        running.share(place.ownership, place.of);
        if (!running.seats.isEmpty()) {
            return false;
        }
        RUNNING.remove(place.job);
        running.engine.close();
        return true;
    }

    /** How many run in this process. */
    static synchronized int running() {
        return RUNNING.size();
    }
}
