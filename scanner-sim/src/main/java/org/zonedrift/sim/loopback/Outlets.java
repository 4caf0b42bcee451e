package org.zonedrift.sim.loopback;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.ServerAddress;

/** The outlets of a world: for replies that leave from another address than the one that was asked. */
@FunctionalInterface
interface Outlets {

    /** The outlet there; null where no server of ours stands. */
    @Nullable
    Outlet at(ServerAddress server);
}
