package org.zonedrift.sim.loopback;

import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** The world's datagram sockets by address: for replies that leave from another one. */
final class DatagramSockets {

    private final Map<InetSocketAddress, Channel> byAddress = new HashMap<>();

    /** Called on the event loop of all of them. */
    void add(Channel channel) {
        byAddress.put((InetSocketAddress) channel.localAddress(), channel);
    }

    /** Sends it from there if a server of ours is there, else drops it. Takes ownership. */
    void send(InetSocketAddress source, DatagramPacket packet) {
        Channel channel = byAddress.get(source);
        if (channel == null) {
            packet.release();
        } else {
            channel.writeAndFlush(packet);
        }
    }
}
