package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.exchange.engine.Stream;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.sim.network.NetworkTrace.Fate;
import org.zonedrift.zone.ServerAddress;

/** The scanner's end of a stream through memory. */
final class MemoryStream implements Stream {

    private final Ether ether;
    private final ServerAddress server;
    private final StreamListener listener;
    private final Pipe out;
    private final Pipe back;
    private boolean open;
    private boolean closed;

    MemoryStream(Ether ether, VirtualLane lane, ServerAddress server, StreamListener listener) {
        Weather weather = ether.weatherAt(server);
        this.ether = ether;
        this.server = server;
        this.listener = listener;
        this.out = new Pipe(ether, server, weather, null);
        this.back = new Pipe(ether, server, weather, lane);
        back.heardBy(listener);
    }

    void connect(@Nullable StreamServer acceptor) {
        ether.trace().departed(ether.timeline().now(), server, Transport.TCP, 0);
        out.tell(() -> reach(acceptor), 0);
    }

    private void reach(@Nullable StreamServer acceptor) {
        if (closed) {
            return;
        }
        if (acceptor == null) {
            ether.note(Fate.REFUSED, server, 0);
            back.end(0);
            return;
        }
        ServerStream far = new ServerStream(ether, server, out, back);
        back.tell(this::opened, 0);
        StreamListener hearer = acceptor.accept(far);
        out.heardBy(hearer);
        hearer.connected();
    }

    private void opened() {
        if (!closed) {
            open = true;
            ether.note(Fate.CONNECTED, server, 0);
            listener.connected();
        }
    }

    @Override
    public ByteBuf buffer(int capacity) {
        return ether.buffer(capacity);
    }

    @Override
    public void send(ByteBuf octets) {
        if (!open || closed) {
            octets.release();
            return;
        }
        ether.trace().departed(ether.timeline().now(), server, Transport.TCP, octets.readableBytes());
        out.carry(octets, 0);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            back.heardBy(null);
            out.end(0);
        }
    }
}
