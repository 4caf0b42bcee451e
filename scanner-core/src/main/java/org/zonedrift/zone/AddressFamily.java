package org.zonedrift.zone;

/** The two kinds of IP address. */
public enum AddressFamily {
    IPV4(4),
    IPV6(6);

    private final int number;

    AddressFamily(int number) {
        this.number = number;
    }

    /** 4 or 6. */
    public int number() {
        return number;
    }
}
