package org.zonedrift.sim.answer;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
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
    private final Speech speech;
    private final Delivery delivery = new Delivery(writer);
    private final byte[] question = new byte[MessageWriter.LONGEST];

    /** The circumstances of a question: where it was asked, and how long the reply may be, when. */
    record Scene(long place, Transport transport, int limit, long now) {}

    public Responder(World world) {
        this.world = world;
        this.speech = new Speech(world, writer, records);
    }

    @Override
    public void received(ByteBuf query, ReturnPath back) {
        int length = query.readableBytes();
        query.getBytes(query.readerIndex(), question, 0, length);
        Reading reading = inquiry.read(question, length);
        if (reading == Reading.IGNORE) {
            return;
        }
        if (reading != Reading.ANSWER) {
            records.bare(inquiry, reading == Reading.NOTIMP ? Rcode.NOTIMP : Rcode.FORMERR);
            delivery.send(back, Conduct.HONEST, inquiry);
            return;
        }
        answer(back);
    }

    private void answer(ReturnPath back) {
        long place = Place.at(back.server().octets());
        int limit = back.transport() == Transport.TCP
                ? MessageWriter.LONGEST
                : Math.min(inquiry.udpSize(), LARGEST_DATAGRAM);
        Scene scene = new Scene(place, back.transport(), limit, back.now() / NANOS_PER_MILLI);
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
            records.bare(inquiry, Rcode.REFUSED);
            delivery.send(back, Conduct.HONEST, inquiry);
            return;
        }
        speak(new Speech.Part(served, seat, conduct(seat, place)), cut, scene, back);
    }

    /** What the server does with this zone; what it does with every zone, where that is honest. */
    private Conduct conduct(Seat seat, long place) {
        return seat.conduct() == Conduct.HONEST ? world.habitAt(place) : seat.conduct();
    }

    private void speak(Speech.Part part, @Nullable SimulatedZone cut, Scene scene, ReturnPath back) {
        Conduct conduct = part.conduct();
        boolean streams = scene.transport() == Transport.TCP;
        if (conduct == Conduct.ABSENT || streams && conduct == Conduct.TRUNCATES_WITHOUT_TCP) {
            back.refuse();
            return;
        }
        boolean silent = conduct == Conduct.DEAD
                || conduct == Conduct.LEFT_ALONE
                || conduct == Conduct.SPECIAL
                || part.seat().copy().serial().isSilentAt(scene.now())
                || conduct == Conduct.DROPS_OPTIONS && inquiry.hasOptions();
        if (!silent) {
            speech.give(inquiry, part, cut, scene);
            delivery.send(back, conduct, inquiry);
        }
    }
}
