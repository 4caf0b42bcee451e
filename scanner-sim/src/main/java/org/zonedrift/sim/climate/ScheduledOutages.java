package org.zonedrift.sim.climate;

import java.util.List;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.network.Weather;
import org.zonedrift.zone.ServerAddress;

/** A climate in which servers are out of reach by schedule. */
public final class ScheduledOutages implements Climate {

    private final Climate otherwise;
    private final List<Outage> outages;
    private final long beginning;

    /**
     * Outages on top of other weather.
     *
     * @param beginning from when on they count, in nanoseconds since 1970
     */
    public ScheduledOutages(Climate otherwise, List<Outage> outages, long beginning) {
        this.otherwise = otherwise;
        this.outages = List.copyOf(outages);
        this.beginning = beginning;
    }

    @Override
    public Weather at(ServerAddress server) {
        Weather weather = otherwise.at(server);
        List<Outage> here = outages.stream()
                .filter(outage -> outage.servers().contains(server.octets()))
                .toList();
        return here.isEmpty()
                ? weather
                : weather.withOutage(now -> weather.outage().test(now)
                        || here.stream().anyMatch(outage -> outage.lastsAt(now - beginning)));
    }
}
