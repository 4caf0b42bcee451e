package org.zonedrift.delegation;

/** How many packets one piece of work may still cause. Confined to one lane. */
final class Budget {

    /** A zone's own delegation work (RFC 9520 would have us stop; NXNS makes us). */
    static final int PER_ZONE = 120;

    /** The look-up of one host, with all the look-ups that it needs in turn. */
    static final int PER_HOST = 30;

    private int left;

    Budget(int packets) {
        this.left = packets;
    }

    boolean isSpent() {
        return left <= 0;
    }

    void spend(int packets) {
        left -= packets;
    }
}
