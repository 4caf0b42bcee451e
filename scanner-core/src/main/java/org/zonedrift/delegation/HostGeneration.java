package org.zonedrift.delegation;

import java.util.Arrays;
import org.zonedrift.zone.DomainName;

/**
 * Host entries one behind the other in a run of octets, found over a table of positions that is
 * two thirds full at most. Guarded by the {@link HostTable} stripe that owns it.
 */
final class HostGeneration {

    static final int ABSENT = -1;

    private static final int SLOTS_MIN = 64;

    private final int octetsMax;
    private byte[] octets = new byte[1 << 12];
    private int end;
    private int[] slots = new int[SLOTS_MIN];
    private int hosts;

    HostGeneration(int octetsMax) {
        this.octetsMax = octetsMax;
    }

    byte[] octets() {
        return octets;
    }

    int hosts() {
        return hosts;
    }

    /** Memory in use, free room included. */
    long footprint() {
        return octets.length + (long) slots.length * Integer.BYTES;
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
        while (slots[slot] != 0 && !HostEntry.isOf(octets, slots[slot] - 1, host)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    void put(DomainName host, Whereabouts what, long expiresAt, int failures) {
        makeRoom();
        int begin = end;
        end += HostEntry.write(octets, begin, host, what, expiresAt, failures);
        point(host, begin);
    }

    /** Takes over an entry of another generation as it is. */
    void copy(DomainName host, HostGeneration from, int position) {
        makeRoom();
        int length = HostEntry.length(from.octets, position);
        System.arraycopy(from.octets, position, octets, end, length);
        int begin = end;
        end += length;
        point(host, begin);
    }

    private void makeRoom() {
        if (end + HostEntry.OCTETS_MAX > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, end + HostEntry.OCTETS_MAX));
        }
    }

    private void point(DomainName host, int begin) {
        int slot = slotOf(host);
        boolean isNew = slots[slot] == 0;
        slots[slot] = begin + 1;
        if (isNew && ++hosts * 3 > slots.length * 2) {
            grow();
        }
    }

    private void grow() {
        int[] before = slots;
        slots = new int[before.length * 2];
        int mask = slots.length - 1;
        for (int position : before) {
            if (position != 0) {
                int slot = HostEntry.hash(octets, position - 1) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = position;
            }
        }
    }
}
