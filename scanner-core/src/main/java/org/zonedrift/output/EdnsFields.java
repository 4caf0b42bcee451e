package org.zonedrift.output;

import org.zonedrift.wire.Edns;

/** {@code servers[].edns}: the reply's OPT record. */
final class EdnsFields {

    static final Section SECTION = new Section("edns");

    static final Key UDP_SIZE = SECTION.whole("udp_size", "the largest datagram it takes");
    static final Key VERSION = SECTION.whole("version", "EDNS version");
    static final Key EDE = SECTION.uint32s("ede", "codes of extended DNS errors (RFC 8914)");

    static {
        SECTION.require(UDP_SIZE, VERSION);
    }

    private EdnsFields() {}

    static void write(ObjectWriter out, Edns edns) {
        out.number(UDP_SIZE, edns.udpSize());
        out.number(VERSION, edns.version());
        out.many(EDE, edns.extendedErrors(), (json, code) -> json.json().number(code));
    }
}
