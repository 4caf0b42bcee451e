package org.zonedrift.flink;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.jspecify.annotations.Nullable;
import org.zonedrift.flink.Engines.Place;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.ZoneReport;

/** The use that one subtask makes of the engine of its process. */
final class Seat {

    private final Place place;
    private final Engine engine;
    private final AtomicBoolean left = new AtomicBoolean();
    private int asked;
    private @Nullable CompletableFuture<Void> idle;

    Seat(Place place, Engine engine) {
        this.place = place;
        this.engine = engine;
    }

    Place place() {
        return place;
    }

    Engine engine() {
        return engine;
    }

    void look(Target target, ResultFuture<ZoneReport> answer) {
        synchronized (this) {
            asked++;
        }
        engine.look(target, this, answer);
    }

    synchronized void answered() {
        asked--;
        if (asked == 0 && idle != null) {
            idle.complete(null);
            idle = null;
        }
    }

    /** Done when no zone of this subtask is being looked at. */
    synchronized CompletableFuture<Void> idle() {
        if (asked == 0) {
            return CompletableFuture.completedFuture(null);
        }
        idle = idle == null ? new CompletableFuture<>() : idle;
        return idle;
    }

    Map<String, Object> vantage() {
        return engine.vantage();
    }

    /** Goes, and answers what the engine asked in all if that was the last to go. */
    byte @Nullable [] leave(int namesMax) {
        if (left.getAndSet(true)) {
            return null;
        }
        return Engines.leave(this) ? engine.traffic().saved(namesMax) : null;
    }
}
