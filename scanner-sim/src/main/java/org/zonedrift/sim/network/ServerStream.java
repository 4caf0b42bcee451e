package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import org.zonedrift.zone.ServerAddress;

/** A server's end of a stream. */
public final class ServerStream {

    private final Ether ether;
    private final ServerAddress server;
    private final Pipe in;
    private final Pipe back;
    private boolean closed;

    ServerStream(Ether ether, ServerAddress server, Pipe in, Pipe back) {
        this.ether = ether;
        this.server = server;
        this.in = in;
        this.back = back;
    }

    /** The address to which the client connected. */
    public ServerAddress server() {
        return server;
    }

    /** Nanoseconds since 1970 in simulated time. */
    public long now() {
        return ether.timeline().now();
    }

    public ByteBuf buffer(int capacity) {
        return ether.buffer(capacity);
    }

    /** Sends octets after the time that the server thinks. Takes ownership of them. */
    public void send(ByteBuf octets, long thinkNanos) {
        if (closed) {
            octets.release();
        } else {
            back.carry(octets, thinkNanos);
        }
    }

    /** Ends the stream once everything sent has arrived. */
    public void close(long thinkNanos) {
        if (!closed) {
            closed = true;
            in.heardBy(null);
            back.end(thinkNanos);
        }
    }
}
