package org.zonedrift.sim.answer;

import org.zonedrift.sim.answer.Responder.Scene;
import org.zonedrift.sim.answer.Speech.Part;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.SimulatedZone.Alias;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** Puts a zone's records into replies. */
final class ZoneRecords {

    static final int AA = 0x0400;

    private static final int QR = 0x8000;
    private static final int TC = 0x0200;
    private static final int RD = 0x0100;
    private static final long DELEGATION_TTL = 172_800;
    private static final long ADDRESS_TTL = 3_600;

    private final MessageWriter writer;
    private final OptRecord opt;
    private int flags;

    ZoneRecords(MessageWriter writer) {
        this.writer = writer;
        this.opt = new OptRecord(writer);
    }

    /** Begins a reply with these flags and response code. */
    void begin(Inquiry inquiry, int flagsAndRcode) {
        flags = QR | inquiry.flags() & RD | flagsAndRcode;
        writer.begin(inquiry, flags);
    }

    /** A reply without records. */
    void bare(Inquiry inquiry, int flagsAndRcode) {
        begin(inquiry, flagsAndRcode);
        opt(inquiry);
    }

    /** A reply that does not even repeat the question. */
    void bareHeader(Inquiry inquiry, int rcode) {
        begin(inquiry, rcode);
        writer.dropQuestion();
    }

    void opt(Inquiry inquiry) {
        opt.plain(inquiry);
    }

    void opt(Inquiry inquiry, Part part, Scene scene) {
        opt.withOptions(inquiry, part, scene);
    }

    void badVersion() {
        opt.badVersion();
    }

    /** The NS set of a zone below, and the addresses that the parent knows. */
    void referral(SimulatedZone parent, SimulatedZone child, int limit) {
        for (DomainName host : child.parentNs()) {
            writer.pointer(child.apex(), MessageWriter.NS, DELEGATION_TTL, host);
            writer.count(Section.AUTHORITY);
        }
        for (Seat seat : child.seats()) {
            if (seat.listed() != Listed.CHILD && seat.host().isAtOrBelow(parent.apex())) {
                addresses(seat.host(), seat.glue(), limit);
            }
        }
        truncateBeyond(limit);
    }

    private void addresses(DomainName host, long[] places, int limit) {
        for (long place : places) {
            int before = writer.length();
            writer.address(host, DELEGATION_TTL, Place.octets(place));
            if (writer.length() + OptRecord.ROOM > limit) {
                writer.cutTo(before);
                return;
            }
            writer.count(Section.ADDITIONAL);
        }
    }

    /** Refers to a zone beside the one that was asked about. */
    void sideReferral(Inquiry inquiry, Part part) {
        begin(inquiry, 0);
        DomainName beside = part.zone().apex().parent().child("elsewhere");
        writer.pointer(beside, MessageWriter.NS, DELEGATION_TTL, part.seat().host());
        writer.count(Section.AUTHORITY);
        opt(inquiry);
    }

    /** What the server holds under the name that was asked for. */
    void answer(Inquiry inquiry, Part part, Scene scene) {
        boolean found = inquiry.name().equals(part.zone().apex())
                ? apex(inquiry.type(), part, scene)
                : inside(inquiry, part.zone());
        if (!found) {
            soaInAuthority(part.zone().apex(), part.seat().copy().soaAt(scene.now()));
        }
        truncateBeyond(scene.limit());
    }

    private boolean apex(int type, Part part, Scene scene) {
        DomainName apex = part.zone().apex();
        if (type == MessageWriter.SOA) {
            soaInAnswer(apex, part.seat().copy().soaAt(scene.now()));
            return true;
        }
        if (type != MessageWriter.NS) {
            return false;
        }
        for (DomainName host : part.seat().copy().apexNs()) {
            writer.pointer(apex, MessageWriter.NS, DELEGATION_TTL, host);
            writer.count(Section.ANSWER);
        }
        return true;
    }

    private boolean inside(Inquiry inquiry, SimulatedZone zone) {
        Alias alias = zone.contents().aliasOf(inquiry.name());
        if (alias != null) {
            follow(inquiry, zone, alias);
            return true;
        }
        long[] places = zone.placesOf(inquiry.name());
        if (places == null) {
            flags |= Rcode.NXDOMAIN;
            writer.flags(flags);
            return false;
        }
        return hosts(inquiry.name(), inquiry.type(), places);
    }

    private boolean hosts(DomainName name, int type, long[] places) {
        boolean found = false;
        for (long place : places) {
            int typeHere = Place.family(place) == AddressFamily.IPV4 ? MessageWriter.A : MessageWriter.AAAA;
            if (typeHere == type) {
                writer.address(name, ADDRESS_TTL, Place.octets(place));
                writer.count(Section.ANSWER);
                found = true;
            }
        }
        return found;
    }

    /** The alias, for a DNAME also the CNAME that follows from it, and what stands at the end. */
    private void follow(Inquiry inquiry, SimulatedZone zone, Alias alias) {
        writer.pointer(alias.owner(), alias.type(), ADDRESS_TTL, alias.target());
        writer.count(Section.ANSWER);
        DomainName end = alias.target();
        if (!alias.owner().equals(inquiry.name())) {
            end = alias.target().child(firstLabel(inquiry.name()));
            writer.pointer(inquiry.name(), MessageWriter.CNAME, ADDRESS_TTL, end);
            writer.count(Section.ANSWER);
        }
        long[] places = end.isBelow(zone.apex()) ? zone.placesOf(end) : null;
        if (places != null) {
            hosts(end, inquiry.type(), places);
        }
    }

    private static String firstLabel(DomainName name) {
        String text = name.toString();
        return text.substring(0, text.length() - name.parent().toString().length() - 1);
    }

    /** The SOA record in the way of servers that do not give it as they should; false for others. */
    boolean odd(Part part, Scene scene) {
        DomainName apex = part.zone().apex();
        SoaRecord soa = part.seat().copy().soaAt(scene.now());
        switch (part.conduct()) {
            case SOA_IN_AUTHORITY -> soaInAuthority(apex, soa);
            case SOA_OF_PARENT -> soaInAuthority(apex.parent(), soa);
            case WRONG_OWNER -> soaInAnswer(apex.parent(), soa);
            case SAME_SOA_TWICE -> {
                soaInAnswer(apex, soa);
                soaInAnswer(apex, soa);
            }
            case TWO_SOAS -> {
                soaInAnswer(apex, soa);
                soaInAnswer(apex, next(soa));
            }
            case POINTER_LOOP -> writer.loopingRecord();
            case LENGTH_OVERRUN -> {
                soaInAnswer(apex, soa);
                writer.overrunRecord();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static SoaRecord next(SoaRecord s) {
        SerialNumber serial = SerialNumber.of(s.serial().value() + 1);
        return new SoaRecord(s.mname(), s.rname(), serial, s.refresh(), s.retry(), s.expire(), s.minimum(), s.ttl());
    }

    /** Answers every question at the apex with an alias, where the server does that. */
    boolean cname(Inquiry inquiry, Part part) {
        DomainName apex = part.zone().apex();
        if (part.conduct() != Conduct.CNAME || !inquiry.name().equals(apex)) {
            return false;
        }
        writer.pointer(apex, MessageWriter.CNAME, ADDRESS_TTL, apex.parent().child("elsewhere"));
        writer.count(Section.ANSWER);
        return true;
    }

    private void soaInAnswer(DomainName owner, SoaRecord soa) {
        writer.soa(owner, soa);
        writer.count(Section.ANSWER);
    }

    private void soaInAuthority(DomainName owner, SoaRecord soa) {
        writer.soa(owner, soa);
        writer.count(Section.AUTHORITY);
    }

    private void truncateBeyond(int limit) {
        if (writer.length() + OptRecord.ROOM > limit) {
            writer.clearRecords();
            flags |= TC;
            writer.flags(flags);
        }
    }
}
