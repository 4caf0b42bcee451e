package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.engine.DatagramListener;
import org.zonedrift.exchange.engine.DatagramPort;
import org.zonedrift.sim.network.NetworkTrace.Fate;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** A port of the scanner on the network in memory: datagrams go out from it and come back to it. */
final class MemoryPort implements DatagramPort {

    private final Ether ether;
    private final Servers servers;
    private final VirtualLane lane;
    private final DatagramListener listener;
    private final InetSocketAddress local;
    private final List<Outbound> queued = new ArrayList<>();
    private boolean closed;

    MemoryPort(Ether ether, Servers servers, VirtualLane lane, AddressFamily family, DatagramListener listener) {
        this.ether = ether;
        this.servers = servers;
        this.lane = lane;
        this.listener = listener;
        this.local = ether.nextClient(family);
    }

    Ether ether() {
        return ether;
    }

    VirtualLane lane() {
        return lane;
    }

    InetSocketAddress local() {
        return local;
    }

    @Override
    public ByteBuf buffer(int capacity) {
        return ether.buffer(capacity);
    }

    @Override
    public void send(ByteBuf datagram, ServerAddress to, int ticket) {
        if (closed) {
            datagram.release();
            return;
        }
        queued.add(new Outbound(datagram, to, ticket, ether.weatherAt(to)));
    }

    @Override
    public void flush() {
        queued.forEach(Outbound::depart);
        queued.clear();
    }

    @Override
    public void close() {
        closed = true;
        queued.forEach(Outbound::discard);
        queued.clear();
    }

    /** A reply, or what pretends to be one, is here. Takes ownership of it. */
    void arrive(ByteBuf datagram, InetSocketAddress from, ServerAddress server) {
        try {
            ether.note(closed ? Fate.TOO_LATE : Fate.ARRIVED, server, datagram.readableBytes());
            if (!closed) {
                listener.received(datagram, from);
                listener.batchEnded();
            }
        } finally {
            datagram.release();
        }
    }

    void refused(ServerAddress server, int ticket) {
        ether.note(Fate.REFUSED, server, 0);
        if (!closed) {
            listener.undeliverable(ticket);
            listener.batchEnded();
        }
    }

    /** A datagram on its way to a server. */
    private final class Outbound implements Event {

        private final ByteBuf datagram;
        private final ServerAddress to;
        private final int ticket;
        private final Weather weather;

        Outbound(ByteBuf datagram, ServerAddress to, int ticket, Weather weather) {
            this.datagram = datagram;
            this.to = to;
            this.ticket = ticket;
            this.weather = weather;
        }

        void depart() {
            int octets = datagram.readableBytes();
            ether.trace().departed(ether.timeline().now(), to, Transport.UDP, octets);
            if (ether.loses(weather, to, octets)) {
                datagram.release();
            } else {
                ether.timeline().after(ether.travelNanos(weather), this);
            }
        }

        @Override
        public void happen() {
            try {
                reach(servers.datagramServerAt(to));
            } finally {
                datagram.release();
            }
        }

        @Override
        public void discard() {
            datagram.release();
        }

        private void reach(@Nullable DnsServer server) {
            if (server == null) {
                ether.note(Fate.LOST, to, datagram.readableBytes());
                return;
            }
            DatagramReturn way = new DatagramReturn(MemoryPort.this, to, ticket, weather);
            if (!weather.limit().exists()
                    || ether.patience(to, weather.limit()).take(ether.timeline().now())) {
                ether.note(Fate.REACHED_SERVER, to, datagram.readableBytes());
                server.received(datagram, way);
                return;
            }
            ether.note(Fate.RATE_LIMITED, to, datagram.readableBytes());
            if (ether.patience(to, weather.limit()).slips()) {
                way.reply(Mangling.slipped(datagram), 0);
            }
        }
    }
}
