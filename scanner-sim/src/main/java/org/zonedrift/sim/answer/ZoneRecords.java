package org.zonedrift.sim.answer;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.answer.Responder.Limits;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.SoaRecord;

/** Puts a zone's records into replies. */
final class ZoneRecords {

    static final int AA = 0x0400;

    private static final int QR = 0x8000;
    private static final int TC = 0x0200;
    private static final int RD = 0x0100;
    private static final int UDP_SIZE = 1_232;
    private static final long DELEGATION_TTL = 172_800;
    private static final long ADDRESS_TTL = 3_600;

    /** Kept free for OPT while records are written: its fixed part, NSID, EXPIRE, ZONEVERSION. */
    private static final int OPT_ROOM = 11 + 4 + 39 + 4 + 4 + 4 + 6;

    private final MessageWriter writer;
    private int flags;

    ZoneRecords(MessageWriter writer) {
        this.writer = writer;
    }

    /** Begins a reply with these flags and response code. */
    void begin(Inquiry inquiry, int flagsAndRcode) {
        flags = QR | inquiry.flags() & RD | flagsAndRcode;
        writer.begin(inquiry, flags);
    }

    /** The NS set of a zone below, and the addresses that the parent knows. */
    void referral(SimulatedZone parent, SimulatedZone child, int limit) {
        for (Seat seat : child.seats()) {
            if (seat.listed() != Listed.CHILD) {
                writer.pointer(child.apex(), MessageWriter.NS, DELEGATION_TTL, seat.host());
                writer.count(Section.AUTHORITY);
            }
        }
        for (Seat seat : child.seats()) {
            if (seat.listed() != Listed.CHILD && seat.host().isAtOrBelow(parent.apex())) {
                addresses(seat.host(), seat.places(), limit);
            }
        }
        truncateBeyond(limit);
    }

    private void addresses(DomainName host, long[] places, int limit) {
        for (long place : places) {
            int before = writer.length();
            writer.address(host, DELEGATION_TTL, Place.octets(place));
            if (writer.length() + OPT_ROOM > limit) {
                writer.cutTo(before);
                return;
            }
            writer.count(Section.ADDITIONAL);
        }
    }

    /** What the server holds under the name that was asked for. */
    void answer(Inquiry inquiry, SimulatedZone zone, Seat seat, Limits limits) {
        DomainName name = inquiry.name();
        int length = writer.length();
        boolean found =
                name.equals(zone.apex()) ? apex(inquiry.type(), zone, seat, limits) : inside(inquiry, zone, limits);
        if (!found && writer.length() == length) {
            soaInAuthority(zone, seat, limits);
        }
        truncateBeyond(limits.octets());
    }

    private boolean apex(int type, SimulatedZone zone, Seat seat, Limits limits) {
        if (type == MessageWriter.SOA) {
            writer.soa(zone.apex(), seat.copy().soaAt(limits.now()));
            writer.count(Section.ANSWER);
            return true;
        }
        if (type == MessageWriter.NS) {
            for (DomainName host : seat.copy().apexNs()) {
                writer.pointer(zone.apex(), MessageWriter.NS, DELEGATION_TTL, host);
                writer.count(Section.ANSWER);
            }
            return true;
        }
        return false;
    }

    private boolean inside(Inquiry inquiry, SimulatedZone zone, Limits limits) {
        long[] places = zone.placesOf(inquiry.name());
        if (places == null) {
            flags |= Rcode.NXDOMAIN;
            writer.flags(flags);
            return false;
        }
        AddressFamily wanted = inquiry.type() == MessageWriter.A
                ? AddressFamily.IPV4
                : inquiry.type() == MessageWriter.AAAA ? AddressFamily.IPV6 : null;
        boolean found = false;
        for (long place : places) {
            if (Place.family(place) == wanted) {
                writer.address(inquiry.name(), ADDRESS_TTL, Place.octets(place));
                writer.count(Section.ANSWER);
                found = true;
            }
        }
        return found;
    }

    /** The SOA record where a negative answer has it. */
    void soaInAuthority(SimulatedZone zone, Seat seat, Limits limits) {
        writer.soa(zone.apex(), seat.copy().soaAt(limits.now()));
        writer.count(Section.AUTHORITY);
    }

    private void truncateBeyond(int limit) {
        if (writer.length() + OPT_ROOM > limit) {
            writer.clearRecords();
            flags |= TC;
            writer.flags(flags);
        }
    }

    /** The OPT record that belongs to the question's, with what the question asked for. */
    void opt(Inquiry inquiry, @Nullable Seat seat, Limits limits) {
        if (!inquiry.hasEdns()) {
            return;
        }
        writer.beginOpt(UDP_SIZE, 0);
        if (seat != null) {
            options(inquiry, seat, limits);
        }
        writer.endRecord();
        writer.count(Section.ADDITIONAL);
    }

    private void options(Inquiry inquiry, Seat seat, Limits limits) {
        if (inquiry.asksFor(Inquiry.NSID)) {
            byte[] identity = AddressText.write(Place.octets(seat.places()[0])).getBytes(StandardCharsets.US_ASCII);
            writer.beginOption(Inquiry.NSID, identity.length);
            writer.octets(identity);
        }
        SoaRecord soa = seat.copy().soaAt(limits.now());
        if (inquiry.asksFor(Inquiry.EXPIRE)) {
            writer.beginOption(Inquiry.EXPIRE, 4);
            writer.u32(soa.expire());
        }
    }

    /** The answer to a version of EDNS that nobody knows yet. */
    void badVersion() {
        writer.beginOpt(UDP_SIZE, 1);
        writer.endRecord();
        writer.count(Section.ADDITIONAL);
    }
}
