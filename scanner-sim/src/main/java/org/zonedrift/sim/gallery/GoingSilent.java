package org.zonedrift.sim.gallery;

import org.zonedrift.sim.world.Course;
import org.zonedrift.zone.SerialNumber;

/** A server that answers at first and is silent ten seconds after the first question. */
record GoingSilent(long serial, Episode episode) implements Course {

    GoingSilent(long serial) {
        this(serial, new Episode());
    }

    @Override
    public SerialNumber at(long millis) {
        return SerialNumber.of(serial);
    }

    @Override
    public boolean isSilentAt(long millis) {
        return episode.hasTurnedAt(millis);
    }
}
