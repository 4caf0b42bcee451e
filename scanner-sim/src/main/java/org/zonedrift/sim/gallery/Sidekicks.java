package org.zonedrift.sim.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.zone.DomainName;

/** Servers of a zone that stand in no NS set. */
record Sidekicks(List<Seat> hidden) implements SimulatedZone.Contents {

    @Override
    public long @Nullable [] placesOf(DomainName name) {
        return null;
    }
}
