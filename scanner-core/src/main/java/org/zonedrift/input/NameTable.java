package org.zonedrift.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zonedrift.zone.DomainName;

/**
 * Names, each with short values in the order in which they came: the addresses of the hosts inside
 * a TLD, say, in memory whole, since a zone may name a host long before its address stands in the
 * file. Written by one thread; whoever sees the finished table may read it.
 *
 * <p>Each value is an entry in one long run of octets: where the name's next entry lies (4 octets),
 * the lengths, the name (in its first entry only) and the value. Entries begin at multiples of
 * four, and are found over a table of positions that is kept at most two thirds full; beside each
 * position stands an octet of the name's hash, so that hardly ever a wrong entry is looked at.
 * About 47 octets for each IPv4 record.
 */
final class NameTable {

    /** Small enough not to be a humongous object of G1, which would waste as much again. */
    private static final int PAGE_BITS = 18;

    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;
    private static final int ALIGN_BITS = 2;
    private static final int HEADER = 6;
    private static final int NAME_LENGTH = 4;
    private static final int VALUE_LENGTH = 5;

    /** One entry must not cross a page: the longest has a header, a name and an IPv6 address. */
    private static final int ENTRY_MAX = HEADER + DomainName.MAX_WIRE_LENGTH + 16;

    private static final NameBuffer NAMED_BEFORE = new NameBuffer();

    private final List<byte[]> pages = new ArrayList<>();
    private int[] slots = new int[1 << 10];
    private byte[] tags = new byte[1 << 10];
    private long end = 1 << ALIGN_BITS; // Position 0 means "none".
    private long names;
    private long values;

    /** Values held, over all names. */
    long values() {
        return values;
    }

    /** Octets of memory used. */
    long octets() {
        return ((long) pages.size() << PAGE_BITS) + (long) slots.length * (Integer.BYTES + 1);
    }

    /**
     * Adds a value that the name does not have yet.
     *
     * @param value 1 to 16 octets
     * @return a number by which {@link #nameAt} knows the name
     */
    int add(NameBuffer name, byte[] value) {
        int hash = name.hash();
        int slot = slotOf(name.octets(), name.length(), hash);
        int first = slots[slot];
        if (first == 0) {
            tags[slot] = tag(hash);
            first = (int) (append(name, name.length(), value) >> ALIGN_BITS);
            slots[slot] = first;
            if (++names * 3 > slots.length * 2L) {
                grow();
            }
        } else {
            addTo(first, value);
        }
        return first;
    }

    /** Adds a value to the name to which {@link #add} gave this number, unless it has it already. */
    void addTo(int number, byte[] value) {
        long last = at(number);
        while (true) {
            if (holds(last, value)) {
                return;
            }
            long next = at(readInt(last));
            if (next == 0) {
                break;
            }
            last = next;
        }
        writeInt(last, (int) (append(NAMED_BEFORE, 0, value) >> ALIGN_BITS));
    }

    /** The values of a name, in the order in which they came; none for one that is not held. */
    List<byte[]> find(DomainName name) {
        long entry = at(slots[slotOf(name.wire(), name.wireLength(), name.hashCode())]);
        if (entry == 0) {
            return List.of();
        }
        List<byte[]> found = new ArrayList<>(2);
        for (; entry != 0; entry = at(readInt(entry))) {
            found.add(valueAt(entry));
        }
        return found;
    }

    /** The name to which {@link #add} gave this number. */
    DomainName nameAt(int number) {
        byte[] page = page(at(number));
        int from = within(at(number)) + HEADER;
        return DomainName.ofFoldedWire(
                Arrays.copyOfRange(page, from, from + (page[from - HEADER + NAME_LENGTH] & 0xff)));
    }

    private int slotOf(byte[] wire, int length, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        byte tag = tag(hash);
        while (slots[slot] != 0 && (tags[slot] != tag || !isNamed(at(slots[slot]), wire, length))) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** An octet of the hash that says nothing about the slot. */
    private static byte tag(int hash) {
        return (byte) (hash * 0x9e3779b1 >>> 24);
    }

    private boolean isNamed(long entry, byte[] wire, int length) {
        byte[] page = page(entry);
        int at = within(entry);
        int from = at + HEADER;
        return (page[at + NAME_LENGTH] & 0xff) == length && Arrays.equals(page, from, from + length, wire, 0, length);
    }

    private long append(NameBuffer name, int nameLength, byte[] value) {
        if (within(end) + ENTRY_MAX > PAGE_MASK) {
            end = (end | PAGE_MASK) + 1;
        }
        while (pages.size() <= end >> PAGE_BITS) {
            pages.add(new byte[1 << PAGE_BITS]);
        }
        byte[] page = page(end);
        int at = within(end);
        page[at + NAME_LENGTH] = (byte) nameLength;
        page[at + VALUE_LENGTH] = (byte) value.length;
        System.arraycopy(name.octets(), 0, page, at + HEADER, nameLength);
        System.arraycopy(value, 0, page, at + HEADER + nameLength, value.length);
        long entry = end;
        end = aligned(end + HEADER + nameLength + value.length);
        values++;
        return entry;
    }

    private byte[] valueAt(long entry) {
        byte[] page = page(entry);
        int from = valueBegin(page, within(entry));
        return Arrays.copyOfRange(page, from, from + page[within(entry) + VALUE_LENGTH]);
    }

    private boolean holds(long entry, byte[] value) {
        byte[] page = page(entry);
        int from = valueBegin(page, within(entry));
        int length = page[within(entry) + VALUE_LENGTH];
        return Arrays.equals(page, from, from + length, value, 0, value.length);
    }

    private static int valueBegin(byte[] page, int at) {
        return at + HEADER + (page[at + NAME_LENGTH] & 0xff);
    }

    /** Doubles the table; goes over the entries in their order, since memory likes that best. */
    private void grow() {
        slots = new int[slots.length * 2];
        tags = new byte[slots.length];
        long entry = 1 << ALIGN_BITS;
        while (entry < end) {
            byte[] page = page(entry);
            int from = within(entry);
            int nameLength = page[from + NAME_LENGTH] & 0xff;
            int valueLength = page[from + VALUE_LENGTH];
            if (valueLength == 0) {
                entry = (entry | PAGE_MASK) + 1; // The rest of the page was too short.
                continue;
            }
            if (nameLength > 0) {
                place(entry, DomainName.hashOf(page, from + HEADER, nameLength));
            }
            entry = aligned(entry + HEADER + nameLength + valueLength);
        }
    }

    private void place(long entry, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = (int) (entry >> ALIGN_BITS);
        tags[slot] = tag(hash);
    }

    private static long aligned(long position) {
        return position + (1 << ALIGN_BITS) - 1 >> ALIGN_BITS << ALIGN_BITS;
    }

    private static long at(int position) {
        return (position & 0xffffffffL) << ALIGN_BITS;
    }

    private byte[] page(long entry) {
        return pages.get((int) (entry >> PAGE_BITS));
    }

    private static int within(long entry) {
        return (int) entry & PAGE_MASK;
    }

    private int readInt(long entry) {
        byte[] page = page(entry);
        int at = within(entry);
        return page[at] << 24 | (page[at + 1] & 0xff) << 16 | (page[at + 2] & 0xff) << 8 | page[at + 3] & 0xff;
    }

    private void writeInt(long entry, int value) {
        byte[] page = page(entry);
        int at = within(entry);
        page[at] = (byte) (value >> 24);
        page[at + 1] = (byte) (value >> 16);
        page[at + 2] = (byte) (value >> 8);
        page[at + 3] = (byte) value;
    }
}
