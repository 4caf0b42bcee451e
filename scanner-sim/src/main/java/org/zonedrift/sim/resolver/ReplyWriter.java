package org.zonedrift.sim.resolver;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.resolver.Knowledge.Fact;
import org.zonedrift.wire.RecordType;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** Writes one reply into a buffer. */
final class ReplyWriter {

    private static final int QR_AND_RA = 0x8080;
    private static final int RD = 0x0100;
    private static final int TC = 0x0200;
    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;
    private static final int NAME_OF_QUESTION = 0xc00c;
    private static final int CLASS_IN = 1;
    private static final int OPT = 41;
    private static final int UDP_SIZE = 1_232;
    private static final int TIMERS = 20;

    private final AskedQuestion question;
    private final ByteBuf reply;

    ReplyWriter(AskedQuestion question, ByteBuf reply) {
        this.question = question;
        this.reply = reply;
    }

    void truncated() {
        header(TC, 0, 0);
        opt();
    }

    void serverFailure() {
        header(SERVFAIL, 0, 0);
        opt();
    }

    void write(Fact fact) {
        SoaRecord soa = fact.soa();
        switch (fact.kind()) {
            case ADDRESS -> {
                header(0, 1, 0);
                address(fact.address());
            }
            case SOA -> {
                header(0, soa == null ? 0 : 1, 0);
                soa(fact.zone(), soa);
            }
            case NO_DATA -> {
                header(0, 0, soa == null ? 0 : 1);
                soa(fact.zone(), soa);
            }
            case NO_NAME -> {
                header(NXDOMAIN, 0, soa == null ? 0 : 1);
                soa(fact.zone(), soa);
            }
        }
        opt();
    }

    private void header(int flags, int answers, int authorities) {
        reply.writeShort(question.id());
        reply.writeShort(QR_AND_RA | flags | (question.desiresRecursion() ? RD : 0));
        reply.writeShort(1).writeShort(answers).writeShort(authorities).writeShort(question.hasEdns() ? 1 : 0);
        question.copyTo(reply);
    }

    private void address(byte @Nullable [] octets) {
        byte[] data = octets == null ? new byte[0] : octets;
        reply.writeShort(NAME_OF_QUESTION).writeShort(question.type()).writeShort(CLASS_IN);
        reply.writeInt(Knowledge.USUAL_TTL).writeShort(data.length).writeBytes(data);
    }

    private void soa(DomainName zone, @Nullable SoaRecord soa) {
        if (soa == null) {
            return;
        }
        reply.writeBytes(zone.wire()).writeShort(RecordType.SOA).writeShort(CLASS_IN);
        reply.writeInt((int) soa.ttl());
        reply.writeShort(soa.mname().wireLength() + soa.rname().wireLength() + TIMERS);
        reply.writeBytes(soa.mname().wire()).writeBytes(soa.rname().wire());
        reply.writeInt((int) soa.serial().value());
        reply.writeInt((int) soa.refresh()).writeInt((int) soa.retry());
        reply.writeInt((int) soa.expire()).writeInt((int) soa.minimum());
    }

    private void opt() {
        if (question.hasEdns()) {
            reply.writeByte(0).writeShort(OPT).writeShort(UDP_SIZE).writeInt(0).writeShort(0);
        }
    }
}
