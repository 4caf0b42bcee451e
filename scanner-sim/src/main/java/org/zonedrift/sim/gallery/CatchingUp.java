package org.zonedrift.sim.gallery;

import org.zonedrift.sim.world.Course;
import org.zonedrift.zone.SerialNumber;

/** A version that is behind at the first question and up to date ten seconds later. */
record CatchingUp(long behind, long newest, Episode episode) implements Course {

    CatchingUp(long behind, long newest) {
        this(behind, newest, new Episode());
    }

    @Override
    public SerialNumber at(long millis) {
        return SerialNumber.of(episode.hasTurnedAt(millis) ? newest : behind);
    }
}
