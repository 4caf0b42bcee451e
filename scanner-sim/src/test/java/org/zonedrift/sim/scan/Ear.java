package org.zonedrift.sim.scan;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.zone.DomainName;

/** Hears every question that reaches the servers of a world. */
final class Ear implements UnaryOperator<DnsServer> {

    private static final int HEADER = 12;

    private final List<Heard> heard = new ArrayList<>();

    /** A question: when it came, to which address, about which name. */
    record Heard(long nanos, String address, DomainName name) {}

    @Override
    public DnsServer apply(DnsServer server) {
        return (query, back) -> {
            heard.add(new Heard(back.now(), back.server().host(), nameIn(query)));
            server.received(query, back);
        };
    }

    static DomainName nameIn(ByteBuf query) {
        int start = query.readerIndex() + HEADER;
        int end = start;
        while (query.getByte(end) != 0) {
            end += query.getByte(end) + 1;
        }
        byte[] wire = new byte[end + 1 - start];
        query.getBytes(start, wire);
        return DomainName.ofWire(wire);
    }

    List<Heard> all() {
        return heard;
    }

    /** The questions about names below this one. */
    List<Heard> below(DomainName domain) {
        return heard.stream().filter(one -> one.name().isBelow(domain)).toList();
    }
}
