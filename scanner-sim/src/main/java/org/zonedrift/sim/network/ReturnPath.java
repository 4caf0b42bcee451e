package org.zonedrift.sim.network;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.zone.ServerAddress;

/** The way from a server back to the client whose message it got; several replies may take it. */
public interface ReturnPath {

    /** The address to which the message was sent: a server may stand at many. */
    ServerAddress server();

    InetSocketAddress client();

    Transport transport();

    /** Nanoseconds since 1970 in simulated time. */
    long now();

    /** Room for a reply. */
    ByteBuf buffer(int capacity);

    /** Sends a reply after the time that the server thinks. Takes ownership of the reply. */
    void reply(ByteBuf reply, long thinkNanos);

    /** Sends a datagram from another address, as broken or hostile hosts do. Takes ownership. */
    void replyFrom(InetSocketAddress source, ByteBuf reply, long thinkNanos);

    /** Lets the network report that nobody listens here (ICMP), or resets the stream. */
    void refuse();
}
