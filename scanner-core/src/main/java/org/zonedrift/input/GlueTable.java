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
 * positions that is kept at most two thirds full; beside each position stands an octet of the
 * name's hash, so that hardly ever a wrong entry is looked at. About 47 octets for each IPv4 record.
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
    private byte[] tags = new byte[1 << 10];
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
        return ((long) pages.size() << PAGE_BITS) + (long) slots.length * (Integer.BYTES + 1);
    }

    /** Hosts that no zone has asked for yet. */
    long orphans() {
        return orphans;
    }

    void add(NameBuffer host, byte[] address) {
        int hash = host.hash();
        int slot = slotOf(host.octets(), host.length(), hash);
        long first = at(slots[slot]);
        if (first == 0) {
            tags[slot] = tag(hash);
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
        end = aligned(end + HEADER + nameLength + address.length);
        records++;
        return entry;
    }

    private byte[] addressAt(long entry) {
        byte[] page = page(entry);
        int at = within(entry);
        int from = at + HEADER + (page[at + NAME_LENGTH] & 0xff);
        return Arrays.copyOfRange(page, from, from + page[at + ADDRESS_LENGTH]);
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
            int addressLength = page[from + ADDRESS_LENGTH];
            if (addressLength == 0) {
                entry = (entry | PAGE_MASK) + 1; // The rest of the page was too short.
                continue;
            }
            if (nameLength > 0) {
                place(entry, DomainName.hashOf(page, from + HEADER, nameLength));
            }
            entry = aligned(entry + HEADER + nameLength + addressLength);
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
