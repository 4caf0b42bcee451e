package org.zonedrift.sim.answer;

import java.nio.charset.StandardCharsets;
import org.zonedrift.sim.answer.Responder.Scene;
import org.zonedrift.sim.answer.Speech.Part;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Course;
import org.zonedrift.sim.world.Place;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.SoaRecord;

/** The OPT record of a reply, with the options that the question asked for. */
final class OptRecord {

    /** Kept free while records are written: the fixed part, NSID, EXPIRE, ZONEVERSION. */
    static final int ROOM = 11 + 4 + 41 + 4 + 4 + 4 + 6;

    /** How long an anycast instance answers before the next one does, in seconds. */
    static final long ANYCAST_TURN = 15;

    private static final int UDP_SIZE = 1_232;

    private final MessageWriter writer;

    OptRecord(MessageWriter writer) {
        this.writer = writer;
    }

    /** Without options, if the question had an OPT record. */
    void plain(Inquiry inquiry) {
        if (inquiry.hasEdns()) {
            writer.beginOpt(UDP_SIZE, 0);
            end();
        }
    }

    void withOptions(Inquiry inquiry, Part part, Scene scene) {
        if (!inquiry.hasEdns()) {
            return;
        }
        writer.beginOpt(UDP_SIZE, 0);
        if (inquiry.hasOptions()) {
            options(inquiry, part, scene);
        }
        end();
    }

    /** The answer to a version of EDNS that the server does not know. */
    void badVersion() {
        writer.beginOpt(UDP_SIZE, 1);
        end();
    }

    private void end() {
        writer.endRecord();
        writer.count(Section.ADDITIONAL);
    }

    private void options(Inquiry inquiry, Part part, Scene scene) {
        if (inquiry.asksFor(Inquiry.NSID)) {
            byte[] identity = identity(part, scene).getBytes(StandardCharsets.US_ASCII);
            writer.beginOption(Inquiry.NSID, identity.length);
            writer.octets(identity);
        }
        SoaRecord soa = part.seat().copy().soaAt(scene.now());
        if (inquiry.asksFor(Inquiry.EXPIRE)) {
            writer.beginOption(Inquiry.EXPIRE, 4);
            writer.u32(soa.expire() - secondsSinceRefresh(part, soa, scene));
        }
        if (inquiry.asksFor(Inquiry.ZONEVERSION)
                && inquiry.name().isAtOrBelow(part.zone().apex())) {
            writer.beginOption(Inquiry.ZONEVERSION, 6);
            writer.octets(new byte[] {(byte) part.zone().apex().labelCount(), 0});
            writer.u32(soa.serial().value() + (part.conduct() == Conduct.OTHER_ZONEVERSION ? 1 : 0));
        }
    }

    private static String identity(Part part, Scene scene) {
        String address = AddressText.write(Place.octets(scene.place()));
        if (part.conduct() != Conduct.ANYCAST) {
            return address;
        }
        return address + (Course.isOdd(scene.now(), ANYCAST_TURN) ? "-b" : "-a");
    }

    /** None for the primary; a secondary refreshes in time, each at another moment. */
    private static long secondsSinceRefresh(Part part, SoaRecord soa, Scene scene) {
        if (part.seat().host().equals(soa.mname())) {
            return 0;
        }
        return Math.floorMod(scene.now() / 1_000 + scene.place() * 37, Math.max(1, soa.refresh()));
    }
}
