package org.zonedrift.sim.scan;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.SimulatedZone.Alias;
import org.zonedrift.sim.world.World;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResponseCode;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.DomainName;

/** A recursive resolver that looks into the world instead of asking it, and says what an honest one would. */
final class WorldResolver implements DnsServer {

    private static final int HEADER = 12;
    private static final int RESPONSE_TO_RECURSION = 0x8180;
    private static final int TTL = 3_600;

    private final World world;

    /** One record of a reply, not yet written. */
    private record Line(int section, DomainName owner, int type, byte[] data) {}

    WorldResolver(World world) {
        this.world = world;
    }

    @Override
    public void received(ByteBuf query, ReturnPath back) {
        DomainName name = Ear.nameIn(query);
        int end = query.readerIndex() + HEADER + name.wireLength();
        List<Line> lines = new ArrayList<>();
        int rcode = resolve(name, query.getUnsignedShort(end), lines);
        ByteBuf reply = back.buffer(4_096).writeShort(query.getUnsignedShort(query.readerIndex()));
        reply.writeShort(RESPONSE_TO_RECURSION | rcode).writeShort(1);
        reply.writeShort(count(lines, 1)).writeShort(count(lines, 2)).writeShort(0);
        reply.writeBytes(query, query.readerIndex() + HEADER, name.wireLength() + 4);
        lines.forEach(line -> {
            reply.writeBytes(line.owner().wire()).writeShort(line.type()).writeShort(1);
            reply.writeInt(TTL).writeShort(line.data().length).writeBytes(line.data());
        });
        back.reply(reply, 0);
    }

    private static int count(List<Line> lines, int section) {
        return (int) lines.stream().filter(line -> line.section() == section).count();
    }

    /** Fills in the records; answers the response code. */
    private int resolve(DomainName name, int type, List<Line> lines) {
        SimulatedZone zone = world.root();
        for (SimulatedZone below = zone; below != null; below = below.contents().zoneTowards(name)) {
            zone = below;
        }
        Optional<Seat> speaker =
                zone.seats().stream().filter(WorldResolver::speaks).findFirst();
        if (speaker.isEmpty()) {
            return ResponseCode.SERVFAIL;
        }
        return answer(zone, speaker.get(), new Line(1, name, type, new byte[0]), lines);
    }

    /** A server that a resolver finds, and that tells it something. */
    private static boolean speaks(Seat seat) {
        boolean tellsAlias = seat.conduct() == Conduct.CNAME;
        return seat.places().length > 0 && (seat.conduct().outcome().isUsable() || tellsAlias);
    }

    private static int answer(SimulatedZone zone, Seat seat, Line asked, List<Line> lines) {
        DomainName name = asked.owner();
        Alias alias = zone.contents().aliasOf(name);
        if (seat.conduct() == Conduct.CNAME) {
            lines.add(new Line(1, name, RecordType.CNAME, zone.apex().parent().wire()));
        } else if (alias != null) {
            lines.add(new Line(1, alias.owner(), alias.type(), alias.target().wire()));
            addresses(zone, new Line(1, alias.target(), asked.type(), new byte[0]), lines);
        } else if (name.equals(zone.apex()) && asked.type() == RecordType.NS) {
            seat.copy().apexNs().forEach(host -> lines.add(new Line(1, name, RecordType.NS, host.wire())));
        } else {
            addresses(zone, asked, lines);
        }
        if (lines.isEmpty()) {
            lines.add(new Line(2, zone.apex(), RecordType.SOA, soa(seat)));
        }
        boolean exists = name.equals(zone.apex()) || alias != null || zone.placesOf(name) != null;
        return exists ? ResponseCode.NOERROR : ResponseCode.NXDOMAIN;
    }

    private static void addresses(SimulatedZone zone, Line asked, List<Line> lines) {
        long[] places = zone.placesOf(asked.owner());
        for (long place : places == null ? new long[0] : places) {
            int type = Place.family(place) == AddressFamily.IPV4 ? RecordType.A : RecordType.AAAA;
            if (type == asked.type()) {
                lines.add(new Line(1, asked.owner(), type, Place.octets(place)));
            }
        }
    }

    private static byte[] soa(Seat seat) {
        byte[] mname = seat.copy().soa().mname().wire();
        byte[] data = new byte[mname.length + 1 + 20];
        System.arraycopy(mname, 0, data, 0, mname.length);
        data[data.length - 2] = 60; // What remains is zero: the root as mailbox, the serial, the timers.
        return data;
    }
}
