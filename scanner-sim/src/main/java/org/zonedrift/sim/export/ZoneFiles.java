package org.zonedrift.sim.export;

import java.io.PrintStream;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.SoaRecord;

/**
 * Zone files of the top-level domains, as registries hand them out: flat, with tabs, lower case,
 * every name in full, sorted.
 */
final class ZoneFiles {

    private static final long TTL = 172_800;

    private final World world;

    ZoneFiles(World world) {
        this.world = world;
    }

    void write(int tld, PrintStream out) {
        DomainName apex = world.tlds().get(tld);
        SimulatedZone zone = world.root().contents().zoneTowards(apex);
        if (zone == null) {
            throw new IllegalStateException(apex + " is not delegated");
        }
        SoaRecord soa = zone.seats().get(0).copy().soa();
        record(
                out,
                apex,
                soa.ttl(),
                "soa",
                soa.mname() + ". " + soa.rname() + ". " + soa.serial() + " " + soa.refresh() + " " + soa.retry() + " "
                        + soa.expire() + " " + soa.minimum());
        delegation(out, apex, zone);
        world.delegations(tld, child -> delegation(out, apex, child));
    }

    /** The NS records of a zone, then the addresses of those servers that lie inside it. */
    private static void delegation(PrintStream out, DomainName tld, SimulatedZone zone) {
        for (Seat seat : zone.seats()) {
            if (seat.listed() != Listed.CHILD) {
                record(out, zone.apex(), TTL, "ns", seat.host() + ".");
            }
        }
        for (DomainName host : zone.glueHosts()) {
            long[] places = zone.placesOf(host);
            if (places != null && host.isBelow(tld)) {
                addresses(out, host, places);
            }
        }
    }

    private static void addresses(PrintStream out, DomainName host, long[] places) {
        for (long place : places) {
            String type = Place.family(place) == AddressFamily.IPV4 ? "a" : "aaaa";
            record(out, host, TTL, type, AddressText.write(Place.octets(place)));
        }
    }

    private static void record(PrintStream out, DomainName owner, long ttl, String type, String data) {
        out.print(owner + ".\t" + ttl + "\tin\t" + type + "\t" + data + "\n");
    }
}
