package org.zonedrift.wire;

import io.netty.buffer.ByteBuf;
import java.util.Set;
import org.zonedrift.zone.DomainName;

/** All of a question but its id, name and type: made once, then copied out behind each name. */
public final class QuestionTemplate {

    /** The UDP size that we announce (DNS Flag Day 2020): no fragments on any usual path. */
    public static final int UDP_SIZE = 1232;

    private static final int HEADER_LENGTH = 12;
    private static final int TYPE_AND_CLASS_LENGTH = 4;
    private static final int OPT_LENGTH = 11;
    private static final int OPTION_HEADER_LENGTH = 4;

    private static final int RD = 0x0100;
    private static final int CD = 0x0010;
    private static final int DO = 0x8000;
    private static final int CLASS_IN = 1;
    private static final byte TYPE_OPT = 41;

    private final int flags;
    private final byte[] opt;

    private QuestionTemplate(int flags, byte[] opt) {
        this.flags = flags;
        this.opt = opt;
    }

    /** A question without EDNS, asking for nothing but the question. */
    public static QuestionTemplate plain() {
        return new QuestionTemplate(0, new byte[0]);
    }

    /** The same with recursion desired. */
    public QuestionTemplate desiringRecursion() {
        return new QuestionTemplate(flags | RD, opt);
    }

    /** The same with DNSSEC checking switched off. */
    public QuestionTemplate checkingDisabled() {
        return new QuestionTemplate(flags | CD, opt);
    }

    /** The same with an OPT record that carries these options, each of them empty. */
    public QuestionTemplate withEdns(Set<EdnsOption> options) {
        byte[] record = new byte[OPT_LENGTH + options.size() * OPTION_HEADER_LENGTH];
        record[2] = TYPE_OPT;
        record[3] = (byte) (UDP_SIZE >>> 8);
        record[4] = (byte) UDP_SIZE;
        record[OPT_LENGTH - 1] = (byte) (options.size() * OPTION_HEADER_LENGTH);
        int at = OPT_LENGTH;
        for (EdnsOption option : EdnsOption.values()) {
            if (options.contains(option)) {
                record[at + 1] = (byte) option.code();
                at += OPTION_HEADER_LENGTH;
            }
        }
        return new QuestionTemplate(flags, record);
    }

    /** The same with DNSSEC records wanted; it must have EDNS. */
    public QuestionTemplate wantingDnssec() {
        if (opt.length == 0) {
            throw new IllegalStateException("DO without an OPT record");
        }
        byte[] record = opt.clone();
        record[7] = (byte) (DO >>> 8);
        return new QuestionTemplate(flags, record);
    }

    /** Octets of the whole message for this name. */
    public int sizeFor(DomainName name) {
        return HEADER_LENGTH + name.wireLength() + TYPE_AND_CLASS_LENGTH + opt.length;
    }

    /** Writes the whole message, {@link #sizeFor} octets, at the buffer's writer index. */
    public void write(ByteBuf buffer, int id, DomainName name, int type) {
        buffer.writeInt(id << 16 | flags);
        buffer.writeLong(opt.length == 0 ? 1L << 48 : 1L << 48 | 1);
        buffer.writeBytes(name.wire());
        buffer.writeInt(type << 16 | CLASS_IN);
        buffer.writeBytes(opt);
    }
}
