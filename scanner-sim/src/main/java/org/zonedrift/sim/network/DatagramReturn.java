package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.sim.network.NetworkTrace.Fate;
import org.zonedrift.zone.ServerAddress;

/** The way of datagrams back to a port, with all that can befall them. */
final class DatagramReturn implements ReturnPath {

    /** A forger sits nearer than the server: its datagrams win the race. */
    private static final int FORGERS_LEAD = 2;

    private final Ether ether;
    private final MemoryPort port;
    private final ServerAddress server;
    private final int ticket;
    private final Weather weather;

    DatagramReturn(MemoryPort port, ServerAddress server, int ticket, Weather weather) {
        this.ether = port.ether();
        this.port = port;
        this.server = server;
        this.ticket = ticket;
        this.weather = weather;
    }

    @Override
    public ServerAddress server() {
        return server;
    }

    @Override
    public InetSocketAddress client() {
        return port.local();
    }

    @Override
    public Transport transport() {
        return Transport.UDP;
    }

    @Override
    public long now() {
        return ether.timeline().now();
    }

    @Override
    public ByteBuf buffer(int capacity) {
        return ether.buffer(capacity);
    }

    @Override
    public void reply(ByteBuf reply, long thinkNanos) {
        replyFrom(server.socketAddress(), reply, thinkNanos);
    }

    @Override
    public void replyFrom(InetSocketAddress source, ByteBuf reply, long thinkNanos) {
        ether.note(Fate.REPLIED, server, reply.readableBytes());
        long thinks = thinkNanos + ether.thinkNanos(weather);
        long travel = thinks + ether.travelNanos(weather);
        Mishaps mishaps = weather.mishaps();
        if (ether.happens(mishaps.forgedId())) {
            forge(Mangling.withWrongId(reply, ether.random()), source, travel);
        }
        if (ether.happens(mishaps.forgedSource())) {
            forge(Mangling.lie(reply), Mangling.elsewhere(source), travel);
        }
        if (ether.loses(weather, server, reply.readableBytes())) {
            reply.release();
            return;
        }
        if (ether.happens(mishaps.duplication())) {
            ether.note(Fate.DUPLICATED, server, reply.readableBytes());
            travel(reply.copy(), source, thinks + ether.travelNanos(weather));
        }
        if (ether.happens(mishaps.corruption())) {
            ether.note(Fate.CORRUPTED, server, reply.readableBytes());
            Mangling.corrupt(reply, ether.random());
        }
        travel(reply, source, travel);
    }

    private void forge(ByteBuf lie, InetSocketAddress source, long travelNanos) {
        ether.note(Fate.FORGED, server, lie.readableBytes());
        travel(lie, source, travelNanos / FORGERS_LEAD);
    }

    private void travel(ByteBuf datagram, InetSocketAddress source, long travelNanos) {
        ether.timeline().after(travelNanos, new Inbound(port, server, source, datagram));
    }

    @Override
    public void refuse() {
        if (!ether.loses(weather, server, 0)) {
            ether.timeline().after(ether.travelNanos(weather), port.lane(), () -> port.refused(server, ticket));
        }
    }

    /** A datagram on its way back. */
    private record Inbound(MemoryPort port, ServerAddress server, InetSocketAddress source, ByteBuf datagram)
            implements Event, Runnable {

        @Override
        public void happen() {
            port.ether().timeline().on(port.lane(), this);
        }

        @Override
        public void run() {
            port.arrive(datagram, source, server);
        }

        @Override
        public void discard() {
            datagram.release();
        }
    }
}
