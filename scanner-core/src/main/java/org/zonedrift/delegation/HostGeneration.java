package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.zone.DomainName;

/**
 * Host entries one behind the other on pages of octets, found over a table of positions that is
 * two thirds full at most. Guarded by the {@link HostTable} stripe that owns it.
 */
final class HostGeneration {

    static final int ABSENT = -1;

    /** Small enough not to be a humongous object of G1, which would waste as much again. */
    private static final int PAGE_BITS = 16;

    private static final int PAGE_OCTETS = 1 << PAGE_BITS;
    private static final int SLOTS_MIN = 64;

    private final int octetsMax;
    private final List<byte[]> pages = new ArrayList<>();
    private int end;
    private int[] slots = new int[SLOTS_MIN];
    private int hosts;

    HostGeneration(int octetsMax) {
        this.octetsMax = octetsMax;
    }

    int hosts() {
        return hosts;
    }

    /** Memory in use, free room included. */
    long footprint() {
        return ((long) pages.size() << PAGE_BITS) + (long) slots.length * Integer.BYTES;
    }

    /** Whether the next entry, however long, might not fit any more. */
    boolean isFull() {
        return end + HostEntry.OCTETS_MAX > octetsMax;
    }

    /** Where the host's entry begins, or {@link #ABSENT}. */
    int find(DomainName host) {
        return slots[slotOf(host)] - 1;
    }

    private int slotOf(DomainName host) {
        int mask = slots.length - 1;
        int slot = host.hashCode() & mask;
        while (slots[slot] != 0 && !HostEntry.isOf(page(slots[slot] - 1), within(slots[slot] - 1), host)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private byte[] page(int position) {
        return pages.get(position >>> PAGE_BITS);
    }

    private static int within(int position) {
        return position & PAGE_OCTETS - 1;
    }

    long expiresAt(int position) {
        return HostEntry.expiresAt(page(position), within(position));
    }

    int failures(int position) {
        return HostEntry.failures(page(position), within(position));
    }

    Whereabouts read(int position, int port, long ttlSeconds) {
        return HostEntry.read(page(position), within(position), port, ttlSeconds);
    }

    void put(DomainName host, Whereabouts what, long expiresAt, int failures) {
        makeRoom();
        int begin = end;
        end += HostEntry.write(page(begin), within(begin), host, what, expiresAt, failures);
        point(host, begin);
    }

    /** Takes over an entry of another generation as it is. */
    void copy(DomainName host, HostGeneration from, int position) {
        makeRoom();
        byte[] source = from.page(position);
        int length = HostEntry.length(source, within(position));
        System.arraycopy(source, within(position), page(end), within(end), length);
        int begin = end;
        end += length;
        point(host, begin);
    }

    /** An entry stands on one page whole. */
    private void makeRoom() {
        if (within(end) + HostEntry.OCTETS_MAX > PAGE_OCTETS) {
            end = (end | PAGE_OCTETS - 1) + 1;
        }
        while (pages.size() <= end >>> PAGE_BITS) {
            pages.add(new byte[PAGE_OCTETS]);
        }
    }

    private void point(DomainName host, int begin) {
        int slot = slotOf(host);
        boolean isNew = slots[slot] == 0;
        slots[slot] = begin + 1;
        if (isNew && ++hosts * 3L > slots.length * 2L) {
            grow();
        }
    }

    private void grow() {
        int[] before = slots;
        slots = new int[before.length * 2];
        int mask = slots.length - 1;
        for (int position : before) {
            if (position != 0) {
                int slot = HostEntry.hash(page(position - 1), within(position - 1)) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = position;
            }
        }
    }
}
