package org.zonedrift.wire;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/** Reads names, compressed or not (RFC 1035 §4.1.4), and remembers where in a message they stood. */
final class NameReader {

    /** No more pointers than a name can have labels, whoever needs more is playing with us. */
    static final int JUMPS_MAX = 127;

    private static final int POINTER = 0xc0;
    private static final int POINTER_LENGTH = 2;

    /** A power of two; a referral has some 14 places that its pointers point to. */
    private static final int REMEMBERED_PLACES = 64;

    private static final int UNREADABLE = -1;

    private final NameTable table = new NameTable();
    private final byte[] folded = new byte[DomainName.MAX_WIRE_LENGTH];

    private final long[] rememberedAt = new long[REMEMBERED_PLACES];
    private final @Nullable DomainName[] remembered = new DomainName[REMEMBERED_PLACES];
    private long message;

    /** Forgets where names stood in the message before. */
    void beginMessage() {
        message++;
    }

    /** Notes which name stands at this position, so that pointers to it need no reading. */
    void remember(int position, DomainName name) {
        int place = position & REMEMBERED_PLACES - 1;
        rememberedAt[place] = message << 16 | position;
        remembered[place] = name;
    }

    /** The name at the cursor, which moves behind it; what cannot be read breaks the cursor. */
    DomainName read(Cursor cursor) {
        int start = cursor.at();
        if (start < cursor.end() && cursor.octets()[start] == 0) {
            cursor.moveTo(start + 1); // the owner of OPT, in most messages
            return DomainName.ROOT;
        }
        int meant = pointedAt(cursor, start);
        DomainName known = meant == start ? null : nameAt(meant);
        if (known != null) {
            cursor.moveTo(start + POINTER_LENGTH);
            return known;
        }
        int length = decompress(cursor);
        if (length == UNREADABLE) {
            cursor.fail();
            return DomainName.ROOT;
        }
        DomainName name = table.nameOf(folded, length);
        remember(meant, name);
        return name;
    }

    /** Where a name that is nothing but a pointer points to; else where the name itself stands. */
    private static int pointedAt(Cursor cursor, int start) {
        byte[] in = cursor.octets();
        if (cursor.end() - start < POINTER_LENGTH || (in[start] & POINTER) != POINTER) {
            return start;
        }
        int target = target(in, start);
        return target < start ? target : start;
    }

    private @Nullable DomainName nameAt(int position) {
        int place = position & REMEMBERED_PLACES - 1;
        return rememberedAt[place] == (message << 16 | position) ? remembered[place] : null;
    }

    /** Writes the name at the cursor folded and without pointers; answers its length. */
    private int decompress(Cursor cursor) {
        byte[] in = cursor.octets();
        int end = cursor.end();
        int at = cursor.at();
        int segment = at;
        int behind = -1;
        int length = 0;
        int jumps = 0;
        while (at < end) {
            int label = in[at];
            if (label == 0) {
                folded[length] = 0;
                cursor.moveTo(behind < 0 ? at + 1 : behind);
                return length + 1;
            }
            if ((label & POINTER) == POINTER) {
                // Only what stands before this run of labels: so every jump goes back, for good.
                if (end - at < POINTER_LENGTH || target(in, at) >= segment || ++jumps > JUMPS_MAX) {
                    return UNREADABLE;
                }
                behind = behind < 0 ? at + POINTER_LENGTH : behind;
                at = target(in, at);
                segment = at;
            } else {
                length = append(in, at, end, length);
                if (length == UNREADABLE) {
                    return UNREADABLE;
                }
                at += label + 1;
            }
        }
        return UNREADABLE;
    }

    private static int target(byte[] in, int at) {
        return (in[at] & 0x3f) << 8 | in[at + 1] & 0xff;
    }

    private int append(byte[] in, int at, int end, int length) {
        int label = in[at];
        boolean fits = label > 0
                && label <= DomainName.MAX_LABEL_LENGTH
                && label < end - at
                && length + 1 + label < DomainName.MAX_WIRE_LENGTH;
        if (!fits) {
            return UNREADABLE;
        }
        System.arraycopy(in, at, folded, length, label + 1);
        for (int i = length + 1; i <= length + label; i++) {
            folded[i] = DomainName.folded(folded[i]);
        }
        return length + 1 + label;
    }
}
