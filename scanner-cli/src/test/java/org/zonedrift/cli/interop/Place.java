package org.zonedrift.cli.interop;

/**
 * Where one server process listens.
 *
 * @param nsid what it calls itself when asked with NSID
 */
record Place(String ipv4, String ipv6, String nsid) {

    /** In a namespace there is nobody to collide with; above 1023, as PowerDNS and Knot give up root early. */
    static final int PORT = 5300;
}
