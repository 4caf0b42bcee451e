package org.zonedrift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Lane;

/** Who is in flight on one lane, so that an interrupted scan can say so of each. Confined to it. */
final class LaneRoll<T, R> {

    private final Lane lane;

    /** Those present hold on to each other in the order they entered, so that equal runs end equally. */
    private @Nullable ZonePlace<T, R> first;

    private @Nullable ZonePlace<T, R> last;
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
        if (last == null) {
            first = place;
        } else {
            place.follow(last);
        }
        last = place;
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
        if (place == first) {
            first = place.next();
        }
        if (place == last) {
            last = place.previous();
        }
        place.letGo();
    }

    private List<ZonePlace<T, R>> present() {
        List<ZonePlace<T, R>> present = new ArrayList<>();
        for (ZonePlace<T, R> place = first; place != null; place = place.next()) {
            present.add(place);
        }
        return present;
    }

    void abandon(Function<T, R> result) {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        abandoned = result;
        for (ZonePlace<T, R> place : present()) {
            place.abandon(result.apply(place.item()));
        }
    }

    /** Stops all work; nobody is left to hear what came of it. */
    void dismiss() {
        assert lane.isCurrent() : Lane.ELSEWHERE;
        present().forEach(ZonePlace::dismiss);
        first = null;
        last = null;
    }
}
