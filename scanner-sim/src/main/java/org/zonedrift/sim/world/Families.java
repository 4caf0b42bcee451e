package org.zonedrift.sim.world;

/** Which addresses the world's servers have. */
public enum Families {
    /** As loopback sockets need it. */
    IPV4,
    /** IPv4 for all, IPv6 for most, as on the Internet. */
    DUAL
}
