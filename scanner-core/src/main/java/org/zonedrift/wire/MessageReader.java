package org.zonedrift.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.ResourceRecord.Soa;
import org.zonedrift.zone.DomainName;

/**
 * Reads one message at a time: load it, see what it answers, then take what it says. Confined to
 * one lane.
 */
public final class MessageReader {

    /** What {@link #id} answers for a message too short to have one. */
    public static final int NO_ID = -1;

    /** What becomes of a message's octets once it is read. */
    public enum Octets {
        LEFT,
        /** They stay with what the message says. */
        KEPT
    }

    private static final int HEADER_LENGTH = 12;
    private static final int TYPE_AND_CLASS_LENGTH = 4;
    private static final int QR_AND_OPCODE = 0xf800;
    private static final int QR = 0x8000;
    private static final int TC = 0x0200;
    private static final int CLASS_IN = 1;

    private static final int FORMERR = 1;
    private static final int SERVFAIL = 2;
    private static final int NOTIMP = 4;
    private static final int REFUSED = 5;

    private final Octets octets;
    private final Cursor cursor = new Cursor();
    private final NameReader names = new NameReader();
    private final LastWords known = new LastWords();
    private final SectionReader answers = new SectionReader(names, known, SectionReader.Kept.ALL);
    private final SectionReader authorities = new SectionReader(names, new LastWords(), SectionReader.Kept.ALL);
    private final SectionReader additionals = new SectionReader(names, new LastWords(), SectionReader.Kept.ADDRESSES);

    /** The question that the message answers, once somebody has asked whether it does. */
    private @Nullable DomainName asked;

    private int askedType;

    /** What the message repeats up to the end of its answer; null where it does not. */
    private @Nullable LastWord repeated;

    /** Where the records begin, once somebody has read the question; else where the header ends. */
    private int behindQuestion = HEADER_LENGTH;

    /** For messages whose octets nobody wants to keep. */
    public MessageReader() {
        this(Octets.LEFT);
    }

    public MessageReader(Octets octets) {
        this.octets = octets;
    }

    /** Takes a copy of the message between the buffer's indices, which do not move. */
    public void load(ByteBuf message) {
        cursor.load(message);
        names.beginMessage();
        behindQuestion = HEADER_LENGTH;
        asked = null;
        repeated = null;
    }

    /** The id of the message loaded. */
    public int id() {
        return cursor.end() < 2 ? NO_ID : u16At(0);
    }

    /** Whether the message loaded answers the question (RFC 5452 §9.1). */
    public Echo echo(DomainName name, int type) {
        asked = name;
        askedType = type;
        LastWord last = known.at(name);
        if (last != null && last.isRepeated(name, type, cursor)) {
            repeated = last;
            return Echo.MATCHES;
        }
        if (cursor.end() < HEADER_LENGTH) {
            return Echo.UNREADABLE;
        }
        int flags = u16At(2);
        if ((flags & QR_AND_OPCODE) != QR) {
            return Echo.DIFFERS;
        }
        int questions = u16At(4);
        if (questions == 0) {
            return mayOmitTheQuestion(flags & 0xf) ? Echo.MATCHES : Echo.UNREADABLE;
        }
        return questions == 1 ? echoOfQuestion(name, type) : Echo.UNREADABLE;
    }

    private static boolean mayOmitTheQuestion(int rcode) {
        return rcode == FORMERR || rcode == SERVFAIL || rcode == NOTIMP || rcode == REFUSED;
    }

    private Echo echoOfQuestion(DomainName name, int type) {
        int behind = HEADER_LENGTH + name.wireLength();
        byte[] octets = cursor.octets();
        // Nearly all servers repeat the name as it was written.
        if (behind + TYPE_AND_CLASS_LENGTH <= cursor.end()
                && name.isWrittenIn(octets, HEADER_LENGTH, name.wireLength())) {
            names.remember(HEADER_LENGTH, name);
            behindQuestion = behind + TYPE_AND_CLASS_LENGTH;
            return u16At(behind) == type && u16At(behind + 2) == CLASS_IN ? Echo.MATCHES : Echo.DIFFERS;
        }
        cursor.moveTo(HEADER_LENGTH);
        DomainName echoed = names.read(cursor);
        int echoedType = cursor.u16();
        int echoedClass = cursor.u16();
        if (cursor.isBroken()) {
            return Echo.UNREADABLE;
        }
        boolean equal = echoedType == type && echoedClass == CLASS_IN && echoed.equals(name);
        return equal ? Echo.MATCHES : Echo.DIFFERS;
    }

    private int u16At(int position) {
        byte[] octets = cursor.octets();
        return (octets[position] & 0xff) << 8 | octets[position + 1] & 0xff;
    }

    /**
     * What the message loaded says, or null when it breaks RFC 1035. Octets after the last record
     * are tolerated; of a truncated message it is enough that the header can be read.
     */
    public @Nullable DnsMessage message() {
        if (cursor.isBroken() || cursor.end() < HEADER_LENGTH) {
            return null;
        }
        LastWord again = repeated;
        if (again == null) {
            readAnswers();
        } else {
            answers.repeat(again.soa());
            cursor.moveTo(again.end());
        }
        int endOfAnswers = cursor.at();
        authorities.read(cursor, u16At(8));
        additionals.read(cursor, u16At(10));
        int flags = u16At(2);
        if (cursor.isBroken() && (flags & TC) == 0) {
            return null;
        }
        Soa only = authorities.isEmpty() && additionals.isEmpty() ? answers.onlySoa() : null;
        LastWord last = only == null || octets == Octets.KEPT ? null : known.at(only.owner());
        if (last == null || last.soa() != only) {
            return whole(flags);
        }
        if (again == null) {
            keep(last, endOfAnswers);
        }
        return last.message(flags, additionals.edns(), cursor.end());
    }

    private void readAnswers() {
        cursor.moveTo(behindQuestion);
        if (behindQuestion == HEADER_LENGTH) {
            skipQuestions(u16At(4));
        }
        answers.read(cursor, u16At(6));
    }

    /** Other servers of the zone will say the same in the same octets. */
    private void keep(LastWord last, int endOfAnswers) {
        DomainName name = asked;
        if (name != null && name.equals(last.soa().owner()) && !cursor.isBroken()) {
            last.keep(name, askedType, cursor, endOfAnswers);
        }
    }

    private DnsMessage whole(int flags) {
        return new DnsMessage(
                flags,
                answers.records(),
                authorities.records(),
                additionals.records(),
                additionals.edns(),
                cursor.end(),
                octets == Octets.KEPT ? Arrays.copyOf(cursor.octets(), cursor.end()) : null);
    }

    private void skipQuestions(int count) {
        for (int i = 0; i < count && !cursor.isBroken(); i++) {
            names.read(cursor);
            cursor.u32();
        }
    }
}
