package org.zonedrift.exchange.netty;

import java.net.Inet4Address;
import java.net.Inet6Address;
import org.jspecify.annotations.Nullable;

/**
 * What the network is made of.
 *
 * @param lanes event loops, each a thread
 * @param ipv4Source the local address of IPv4 sockets, or null for whatever the route says
 * @param ipv6Source the same for IPv6
 */
public record NettySettings(
        int lanes,
        Sockets sockets,
        @Nullable Inet4Address ipv4Source,
        @Nullable Inet6Address ipv6Source) {

    /** Which sockets carry the traffic. */
    public enum Sockets {
        /** Linux's epoll where its library can be loaded, else the JDK's. */
        BEST,
        /** Those of the JDK, which run everywhere. */
        NIO
    }

    /** More event loops than any machine has cores for. */
    private static final int LANES_MAX = 256;

    public NettySettings {
        if (lanes < 1 || lanes > LANES_MAX) {
            throw new IllegalArgumentException("1 to " + LANES_MAX + " lanes, not " + lanes);
        }
    }

    /** The best sockets there are, from whatever local address the route says. */
    public static NettySettings withLanes(int lanes) {
        return new NettySettings(lanes, Sockets.BEST, null, null);
    }

    public NettySettings with(Sockets other) {
        return new NettySettings(lanes, other, ipv4Source, ipv6Source);
    }
}
