package org.zonedrift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Lane;

/** Who is in flight on one lane, so that an interrupted scan can say so of each. Confined to it. */
final class LaneRoll<T, R> {

    /** In the order they entered, so that equal runs end equally. */
    private final Set<ZonePlace<T, R>> present = new LinkedHashSet<>();

    private final Lane lane;
    private @Nullable Function<T, R> abandoned;

    private boolean isTelling;

    LaneRoll(Lane lane) {
        this.lane = lane;
    }

    /** Whether the item may begin; when the scan was abandoned it ends at once instead. */
    boolean enter(ZonePlace<T, R> place) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        Function<T, R> result = abandoned;
        if (result != null) {
            place.abandon(result.apply(place.item()));
            return false;
        }
        present.add(place);
        return true;
    }

    /** Tells once of all that end in one go: to wake up who writes them costs more than to write one. */
    void tellSoon(Runnable tell) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        if (!isTelling) {
            isTelling = true;
            lane.execute(() -> {
                isTelling = false;
                tell.run();
            });
        }
    }

    void leave(ZonePlace<T, R> place) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        present.remove(place);
    }

    void abandon(Function<T, R> result) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        abandoned = result;
        for (ZonePlace<T, R> place : new ArrayList<>(present)) {
            place.abandon(result.apply(place.item()));
        }
    }

    /** Stops all work; nobody is left to hear what came of it. */
    void dismiss() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        for (ZonePlace<T, R> place : new ArrayList<>(present)) {
            place.dismiss();
        }
        present.clear();
    }
}
