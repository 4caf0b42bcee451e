package org.zonedrift.sim.answer;

import io.netty.buffer.ByteBuf;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.sim.answer.Inquiry.Reading;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;

/**
 * All servers of the world: which of them answers follows from the address that was asked. Belongs
 * to one thread, since it reuses its scratch space.
 */
public final class Responder implements DnsServer {

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** What servers send over UDP at most, whatever the question allows (RFC 9715). */
    private static final int LARGEST_DATAGRAM = 1_232;

    private final World world;
    private final Inquiry inquiry = new Inquiry();
    private final MessageWriter writer = new MessageWriter();
    private final ZoneRecords records = new ZoneRecords(writer);
    private final byte[] question = new byte[MessageWriter.LONGEST];

    public Responder(World world) {
        this.world = world;
    }

    @Override
    public void received(ByteBuf query, ReturnPath back) {
        int length = query.readableBytes();
        query.getBytes(query.readerIndex(), question, 0, length);
        long place = Place.at(back.server().octets());
        long now = back.now() / NANOS_PER_MILLI;
        boolean answered = answer(inquiry.read(question, length), place, new Limits(limit(back), now));
        if (answered) {
            ByteBuf reply = back.buffer(writer.length());
            reply.writeBytes(writer.octets(), 0, writer.length());
            back.reply(reply, 0);
        }
    }

    private int limit(ReturnPath back) {
        return back.transport() == Transport.TCP
                ? MessageWriter.LONGEST
                : Math.min(inquiry.udpSize(), LARGEST_DATAGRAM);
    }

    /** How long a reply may be, and when it is given. */
    record Limits(int octets, long now) {

        /** For replies that hold no records. */
        static final Limits NONE = new Limits(LARGEST_DATAGRAM, 0);
    }

    private boolean answer(Reading reading, long place, Limits limits) {
        if (reading == Reading.IGNORE) {
            return false;
        }
        if (reading != Reading.ANSWER) {
            refuse(reading == Reading.NOTIMP ? Rcode.NOTIMP : Rcode.FORMERR);
            return true;
        }
        if (inquiry.ednsVersion() > 0) {
            records.begin(inquiry, 0);
            records.badVersion();
            return true;
        }
        return answerQuestion(place, limits);
    }

    private void refuse(int rcode) {
        records.begin(inquiry, rcode);
        records.opt(inquiry, null, Limits.NONE);
    }

    private boolean answerQuestion(long place, Limits limits) {
        SimulatedZone served = null;
        Seat seat = null;
        SimulatedZone cut = null;
        for (SimulatedZone zone = world.root();
                zone != null;
                zone = zone.contents().zoneTowards(inquiry.name())) {
            Seat here = zone.seatAt(place);
            if (here != null) {
                served = zone;
                seat = here;
                cut = null;
            } else if (served != null && cut == null) {
                cut = zone;
            }
        }
        if (served == null || seat == null) {
            refuse(Rcode.REFUSED);
            return true;
        }
        return cut == null ? speak(served, seat, limits) : refer(served, cut, limits);
    }

    private boolean refer(SimulatedZone parent, SimulatedZone child, Limits limits) {
        records.begin(inquiry, 0);
        records.referral(parent, child, limits.octets());
        records.opt(inquiry, null, limits);
        return true;
    }

    private boolean speak(SimulatedZone zone, Seat seat, Limits limits) {
        Conduct conduct = seat.conduct();
        switch (conduct) {
            case DEAD -> {
                return false;
            }
            case REFUSED -> refuse(Rcode.REFUSED);
            case SERVFAIL -> refuse(Rcode.SERVFAIL);
            case NXDOMAIN -> refuse(Rcode.NXDOMAIN | ZoneRecords.AA);
            case NOTAUTH -> refuse(Rcode.NOTAUTH);
            case EMPTY -> refuse(0);
            case UPWARD_REFERRAL -> {
                records.begin(inquiry, 0);
                records.referral(world.root(), world.root(), limits.octets());
                records.opt(inquiry, null, limits);
            }
            case SOA_IN_AUTHORITY -> {
                records.begin(inquiry, ZoneRecords.AA);
                records.soaInAuthority(zone, seat, limits);
                records.opt(inquiry, null, limits);
            }
            case HONEST, NON_AUTHORITATIVE -> {
                records.begin(inquiry, conduct == Conduct.HONEST ? ZoneRecords.AA : 0);
                records.answer(inquiry, zone, seat, limits);
                records.opt(inquiry, seat, limits);
            }
        }
        return true;
    }
}
