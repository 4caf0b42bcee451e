package org.zonedrift.sim.answer;

/** The response codes that servers of the world use. */
final class Rcode {

    static final int FORMERR = 1;
    static final int SERVFAIL = 2;
    static final int NXDOMAIN = 3;
    static final int NOTIMP = 4;
    static final int REFUSED = 5;
    static final int YXDOMAIN = 6;
    static final int NOTAUTH = 9;

    private Rcode() {}
}
