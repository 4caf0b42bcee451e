package org.zonedrift.cli.scan;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.exchange.netty.NettySettings;
import org.zonedrift.exchange.netty.NettySettings.Sockets;

/** The network of a run: one lane for each processor but no more than are of use. */
public final class Lanes {

    /** Beyond these the kernel is what limits a scan. */
    private static final int LANES_MAX = 8;

    private Lanes() {}

    /** Sockets from these local addresses, at most one of each family. */
    public static NettyNetwork open(List<InetAddress> sources) {
        return open(sources, Sockets.BEST);
    }

    /** The same over such sockets. */
    public static NettyNetwork open(List<InetAddress> sources, Sockets sockets) {
        int lanes = Math.min(LANES_MAX, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        return new NettyNetwork(new NettySettings(
                lanes, sockets, first(sources, Inet4Address.class), first(sources, Inet6Address.class)));
    }

    private static <A extends InetAddress> @Nullable A first(List<InetAddress> sources, Class<A> family) {
        return sources.stream()
                .filter(family::isInstance)
                .map(family::cast)
                .findFirst()
                .orElse(null);
    }
}
