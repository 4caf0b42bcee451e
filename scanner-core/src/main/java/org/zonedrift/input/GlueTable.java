package org.zonedrift.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zonedrift.zone.DomainName;

/**
 * The addresses of the hosts inside a TLD, as its zone file gives them: in memory whole, since a
 * zone may name a host long before the host's address stands in the file.
 *
 * <p>Each address is an entry in one long run of octets: where the host's next entry lies (4
 * octets), whether some zone named the host, the lengths, the host's name (in its first entry
 * only) and the address. Entries begin at multiples of four, and are found over a table of
 * positions that is kept at most two thirds full. About 45 octets for each IPv4 record.
 */
final class GlueTable {

    /** Small enough not to be a humongous object of G1, which would waste as much again. */
    private static final int PAGE_BITS = 18;

    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;
    private static final int ALIGN_BITS = 2;
    private static final int HEADER = 7;
    private static final int FLAGS = 4;
    private static final int NAME_LENGTH = 5;
    private static final int ADDRESS_LENGTH = 6;

    /** One entry must not cross a page: the longest has a header, a name and an IPv6 address. */
    private static final int ENTRY_MAX = HEADER + DomainName.MAX_WIRE_LENGTH + 16;

    private final List<byte[]> pages = new ArrayList<>();
    private int[] slots = new int[1 << 10];
    private long end = 1 << ALIGN_BITS; // Position 0 means "none".
    private long hosts;
    private long records;
    private long orphans;

    /** Addresses held. */
    long records() {
        return records;
    }

    /** Octets of memory used. */
    long octets() {
        return ((long) pages.size() << PAGE_BITS) + (long) slots.length * Integer.BYTES;
    }

    /** Hosts that no zone has asked for yet. */
    long orphans() {
        return orphans;
    }

    void add(NameBuffer host, byte[] address) {
        int slot = slotOf(host.octets(), host.length(), host.hash());
        long first = at(slots[slot]);
        if (first == 0) {
            slots[slot] = (int) (append(host, host.length(), address) >> ALIGN_BITS);
            orphans++;
            if (++hosts * 3 > slots.length * 2L) {
                grow();
            }
            return;
        }
        long last = first;
        while (true) {
            if (Arrays.equals(address, addressAt(last))) {
                return;
            }
            long next = at(readInt(last));
            if (next == 0) {
                break;
            }
            last = next;
        }
        writeInt(last, (int) (append(host, 0, address) >> ALIGN_BITS));
    }

    /** The addresses of a host, in the order of the file; none for one that the file does not know. */
    List<byte[]> find(DomainName host) {
        int slot = slotOf(host.wire(), host.wireLength(), host.hashCode());
        long entry = at(slots[slot]);
        if (entry == 0) {
            return List.of();
        }
        markNamed(entry);
        List<byte[]> found = new ArrayList<>(2);
        for (; entry != 0; entry = at(readInt(entry))) {
            found.add(addressAt(entry));
        }
        return found;
    }

    private void markNamed(long entry) {
        byte[] page = page(entry);
        int at = within(entry) + FLAGS;
        if (page[at] == 0) {
            page[at] = 1;
            orphans--;
        }
    }

    private int slotOf(byte[] wire, int length, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !isNamed(at(slots[slot]), wire, length)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isNamed(long entry, byte[] wire, int length) {
        byte[] page = page(entry);
        int at = within(entry);
        int from = at + HEADER;
        return (page[at + NAME_LENGTH] & 0xff) == length && Arrays.equals(page, from, from + length, wire, 0, length);
    }

    private long append(NameBuffer host, int nameLength, byte[] address) {
        if (within(end) + ENTRY_MAX > PAGE_MASK) {
            end = (end | PAGE_MASK) + 1;
        }
        while (pages.size() <= end >> PAGE_BITS) {
            pages.add(new byte[1 << PAGE_BITS]);
        }
        byte[] page = page(end);
        int at = within(end);
        page[at + NAME_LENGTH] = (byte) nameLength;
        page[at + ADDRESS_LENGTH] = (byte) address.length;
        System.arraycopy(host.octets(), 0, page, at + HEADER, nameLength);
        System.arraycopy(address, 0, page, at + HEADER + nameLength, address.length);
        long entry = end;
        long next = end + HEADER + nameLength + address.length;
        end = next + (1 << ALIGN_BITS) - 1 >> ALIGN_BITS << ALIGN_BITS;
        records++;
        return entry;
    }

    private byte[] addressAt(long entry) {
        byte[] page = page(entry);
        int at = within(entry);
        int from = at + HEADER + (page[at + NAME_LENGTH] & 0xff);
        return Arrays.copyOfRange(page, from, from + page[at + ADDRESS_LENGTH]);
    }

    private void grow() {
        int[] before = slots;
        slots = new int[before.length * 2];
        int mask = slots.length - 1;
        for (int position : before) {
            if (position == 0) {
                continue;
            }
            byte[] page = page(at(position));
            int from = within(at(position));
            int slot = DomainName.hashOf(page, from + HEADER, page[from + NAME_LENGTH] & 0xff) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = position;
        }
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
