package org.zonedrift.sim.answer;

import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.sim.answer.Responder.Scene;
import org.zonedrift.sim.world.Conduct;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.SimulatedZone;
import org.zonedrift.sim.world.World;

/** The content of a reply, according to how the server treats the zone. */
final class Speech {

    private static final int RA = 0x0080;
    private static final int TC = 0x0200;

    private final World world;
    private final MessageWriter writer;
    private final ZoneRecords records;

    /** The zone a server speaks about, its seat there, and how it behaves. */
    record Part(SimulatedZone zone, Seat seat, Conduct conduct) {}

    Speech(World world, MessageWriter writer, ZoneRecords records) {
        this.world = world;
        this.writer = writer;
        this.records = records;
    }

    /** Writes the reply; {@code cut} is the zone below to which the name belongs, if there is one. */
    void give(Inquiry inquiry, Part part, @Nullable SimulatedZone cut, Scene scene) {
        if (inquiry.hasEdns() && stumbles(inquiry, part.conduct())) {
            return;
        }
        if (cut != null && part.conduct().outcome().isUsable()) {
            records.begin(inquiry, 0);
            records.referral(part.zone(), cut, scene.limit());
            records.opt(inquiry);
            return;
        }
        switch (part.conduct()) {
            case REFUSED -> records.bare(inquiry, Rcode.REFUSED);
            case REFUSED_TERSELY -> records.bareHeader(inquiry, Rcode.REFUSED);
            case SERVFAIL -> records.bare(inquiry, Rcode.SERVFAIL);
            case NXDOMAIN -> records.bare(inquiry, Rcode.NXDOMAIN | ZoneRecords.AA);
            case NOTAUTH -> records.bare(inquiry, Rcode.NOTAUTH);
            case NOTIMP -> records.bare(inquiry, Rcode.NOTIMP);
            case FORMERR -> records.bare(inquiry, Rcode.FORMERR);
            case YXDOMAIN -> records.bare(inquiry, Rcode.YXDOMAIN);
            case EMPTY -> records.bare(inquiry, 0);
            case UPWARD_REFERRAL -> refer(inquiry, world.root(), scene);
            case SELF_REFERRAL -> refer(inquiry, part.zone(), scene);
            case SIDE_REFERRAL -> records.sideReferral(inquiry, part);
            case SLIPS -> slip(inquiry, part, scene);
            default -> contents(inquiry, part, scene);
        }
    }

    /** Whether the server fails at the sight of EDNS, having said so. */
    private boolean stumbles(Inquiry inquiry, Conduct conduct) {
        if (inquiry.ednsVersion() > 0 || conduct == Conduct.BADVERS_ON_EDNS) {
            records.begin(inquiry, 0);
            records.badVersion();
            return true;
        }
        switch (conduct) {
            case FORMERR_ON_EDNS -> records.bareHeader(inquiry, Rcode.FORMERR);
            case NOTIMP_ON_EDNS -> {
                records.begin(inquiry, Rcode.NOTIMP);
                return true;
            }
            case FORMERR_ON_OPTIONS -> {
                if (!inquiry.hasOptions()) {
                    return false;
                }
                records.bare(inquiry, Rcode.FORMERR);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void refer(Inquiry inquiry, SimulatedZone to, Scene scene) {
        records.begin(inquiry, 0);
        records.referral(world.root(), to, scene.limit());
        records.opt(inquiry);
    }

    private void slip(Inquiry inquiry, Part part, Scene scene) {
        if (scene.transport() == Transport.TCP) {
            contents(inquiry, part, scene);
        } else {
            records.begin(inquiry, TC | ZoneRecords.AA);
            records.opt(inquiry);
        }
    }

    private void contents(Inquiry inquiry, Part part, Scene scene) {
        records.begin(inquiry, flags(part.conduct(), scene));
        boolean soaAtApex = inquiry.type() == MessageWriter.SOA
                && inquiry.name().equals(part.zone().apex());
        if (!(soaAtApex && records.odd(part, scene)) && !records.cname(inquiry, part)) {
            records.answer(inquiry, part, scene);
        }
        records.opt(inquiry, part, scene);
        if (part.conduct() == Conduct.TWO_QUESTIONS) {
            writer.repeatQuestion();
        }
    }

    private static int flags(Conduct conduct, Scene scene) {
        return switch (conduct) {
            case NON_AUTHORITATIVE -> 0;
            case RECURSIVE -> RA;
            case TRUNCATES, TRUNCATES_WITHOUT_TCP -> ZoneRecords.AA | (scene.transport() == Transport.UDP ? TC : 0);
            default -> ZoneRecords.AA;
        };
    }
}
