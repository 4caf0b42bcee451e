package org.zonedrift.sim.answer;

import java.util.Arrays;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** Writes a reply, with names compressed. Reused for the next; belongs to one thread. */
final class MessageWriter {

    static final int A = 1;
    static final int NS = 2;
    static final int CNAME = 5;
    static final int SOA = 6;
    static final int AAAA = 28;

    /** The longest message that TCP's length prefix can announce. */
    static final int LONGEST = 65_535;

    private static final int IN = 1;
    private static final int OPT = 41;
    private static final int POINTER = 0xc000;
    private static final int POINTER_REACH = 0x4000;

    /** Names remembered for compression; a reply rarely has more. */
    private static final int KNOWN_MAX = 64;

    /** Space for one record more than the longest message, so that only records are counted. */
    private final byte[] octets = new byte[LONGEST + 1_024];

    private final int[] known = new int[KNOWN_MAX];
    private int knownCount;
    private int questionEnd;
    private int end;
    private int recordStart;

    /** Begins a reply to an inquiry with its id, its question, and no records. */
    void begin(Inquiry inquiry, int flags) {
        questionEnd = inquiry.questionEnd();
        System.arraycopy(inquiry.message(), 0, octets, 0, questionEnd);
        u16(2, flags);
        u16(4, questionEnd > Inquiry.HEADER ? 1 : 0);
        clearRecords();
        knownCount = 0;
        if (questionEnd > Inquiry.HEADER) {
            rememberLabels(Inquiry.HEADER);
        }
    }

    /** Back to the question and nothing else. */
    void clearRecords() {
        Arrays.fill(octets, Section.ANSWER.countAt(), Inquiry.HEADER, (byte) 0);
        end = questionEnd;
    }

    /** Keeps the header alone. */
    void dropQuestion() {
        octets[5] = 0;
        end = Inquiry.HEADER;
    }

    /** Moves what follows the question back, to say it twice. */
    void repeatQuestion() {
        int length = questionEnd - Inquiry.HEADER;
        System.arraycopy(octets, questionEnd, octets, questionEnd + length, end - questionEnd);
        System.arraycopy(octets, Inquiry.HEADER, octets, questionEnd, length);
        octets[5] = 2;
        end += length;
    }

    /** Makes the question another name's, if it is not the root's. */
    void spoilQuestion() {
        if (octets[Inquiry.HEADER] != 0) {
            octets[Inquiry.HEADER + 1] ^= 1;
        }
    }

    /** A record whose owner is a pointer to itself. */
    void loopingRecord() {
        u16(end, POINTER | end);
        u16(end + 2, SOA);
        u16(end + 4, IN);
        end += 6;
        u32(0);
        u16(end, 0);
        end += 2;
        count(Section.ANSWER);
    }

    /** Lets the record written last claim more data than the message has. */
    void overrunRecord() {
        u16(recordStart - 2, LONGEST);
    }

    private void rememberLabels(int from) {
        for (int at = from; octets[at] != 0 && knownCount < KNOWN_MAX; at += octets[at] + 1) {
            known[knownCount++] = at;
        }
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return end;
    }

    /** Forgets what stands behind this length. */
    void cutTo(int length) {
        end = length;
    }

    void setId(int id) {
        u16(0, id);
    }

    void flags(int flags) {
        u16(2, flags);
    }

    /** Which section the record written last belongs to. */
    void count(Section section) {
        int at = section.countAt();
        u16(at, ((octets[at] & 0xff) << 8 | octets[at + 1] & 0xff) + 1);
    }

    void soa(DomainName owner, SoaRecord soa) {
        beginRecord(owner, SOA, soa.ttl());
        name(soa.mname());
        name(soa.rname());
        u32(soa.serial().value());
        u32(soa.refresh());
        u32(soa.retry());
        u32(soa.expire());
        u32(soa.minimum());
        endRecord();
    }

    /** NS or CNAME: a record whose data is one name. */
    void pointer(DomainName owner, int type, long ttl, DomainName target) {
        beginRecord(owner, type, ttl);
        name(target);
        endRecord();
    }

    /** A or AAAA, as the number of octets says. */
    void address(DomainName owner, long ttl, byte[] address) {
        beginRecord(owner, address.length == 4 ? A : AAAA, ttl);
        octets(address);
        endRecord();
    }

    /** Begins an OPT record; options follow, then {@link #endRecord}. */
    void beginOpt(int udpSize, int extendedRcode) {
        octets[end++] = 0;
        u16(end, OPT);
        u16(end + 2, udpSize);
        end += 4;
        octets[end++] = (byte) extendedRcode;
        octets[end++] = 0;
        u16(end, 0);
        end += 4;
        recordStart = end;
    }

    void beginOption(int code, int length) {
        u16(end, code);
        u16(end + 2, length);
        end += 4;
    }

    void beginRecord(DomainName owner, int type, long ttl) {
        name(owner);
        u16(end, type);
        u16(end + 2, IN);
        end += 4;
        u32(ttl);
        end += 2;
        recordStart = end;
    }

    void endRecord() {
        u16(recordStart - 2, end - recordStart);
    }

    /** A name, its longest known end replaced by a pointer. */
    void name(DomainName name) {
        byte[] wire = name.wire();
        int start = end;
        for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
            int there = find(wire, at);
            if (there >= 0) {
                u16(end, POINTER | there);
                end += 2;
                rememberNew(start, end - 2);
                return;
            }
            System.arraycopy(wire, at, octets, end, wire[at] + 1);
            end += wire[at] + 1;
        }
        octets[end++] = 0;
        rememberNew(start, end - 1);
    }

    private void rememberNew(int from, int to) {
        for (int at = from; at < to && at < POINTER_REACH && knownCount < KNOWN_MAX; at += octets[at] + 1) {
            known[knownCount++] = at;
        }
    }

    private int find(byte[] wire, int from) {
        for (int i = 0; i < knownCount; i++) {
            if (octets[known[i]] == wire[from] && isWritten(known[i], wire, from)) {
                return known[i];
            }
        }
        return -1;
    }

    /** Whether the name in the message is the end of the other name that begins there. */
    private boolean isWritten(int position, byte[] wire, int from) {
        int at = position;
        int other = from;
        while (true) {
            while ((octets[at] & 0xc0) == 0xc0) {
                at = (octets[at] & 0x3f) << 8 | octets[at + 1] & 0xff;
            }
            int label = octets[at];
            if (label != wire[other]) {
                return false;
            }
            if (label == 0) {
                return true;
            }
            for (int i = 1; i <= label; i++) {
                if (DomainName.folded(octets[at + i]) != wire[other + i]) {
                    return false;
                }
            }
            at += label + 1;
            other += label + 1;
        }
    }

    void octets(byte[] data) {
        System.arraycopy(data, 0, octets, end, data.length);
        end += data.length;
    }

    void u32(long value) {
        u16(end, (int) (value >>> 16) & 0xffff);
        u16(end + 2, (int) value & 0xffff);
        end += 4;
    }

    private void u16(int at, int value) {
        octets[at] = (byte) (value >>> 8);
        octets[at + 1] = (byte) value;
    }
}
