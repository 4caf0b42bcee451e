package org.zonedrift.sim.network;

import org.zonedrift.zone.ServerAddress;

/** The weather at every address; the same address always gets the same. */
@FunctionalInterface
public interface Climate {

    Weather at(ServerAddress server);

    static Climate everywhere(Weather weather) {
        return server -> weather;
    }
}
