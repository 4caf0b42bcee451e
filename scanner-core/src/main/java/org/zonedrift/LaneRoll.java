package org.zonedrift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is in flight on one lane, so that an interrupted scan can say so of each. Confined to it. */
final class LaneRoll<T, R> {

    /** In the order they entered, so that equal runs end equally. */
    private final Set<ZonePlace<T, R>> present = new LinkedHashSet<>();

    private @Nullable Function<T, R> abandoned;

    /** Whether the item may begin; when the scan was abandoned it ends at once instead. */
    boolean enter(ZonePlace<T, R> place) {
        Function<T, R> result = abandoned;
        if (result != null) {
            place.abandon(result.apply(place.item()));
            return false;
        }
        present.add(place);
        return true;
    }

    void leave(ZonePlace<T, R> place) {
        present.remove(place);
    }

    void abandon(Function<T, R> result) {
        abandoned = result;
        for (ZonePlace<T, R> place : new ArrayList<>(present)) {
            place.abandon(result.apply(place.item()));
        }
    }

    /** Stops all work; nobody is left to hear what came of it. */
    void dismiss() {
        for (ZonePlace<T, R> place : new ArrayList<>(present)) {
            place.dismiss();
        }
        present.clear();
    }
}
