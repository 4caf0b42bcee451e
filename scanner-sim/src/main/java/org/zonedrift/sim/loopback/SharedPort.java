package org.zonedrift.sim.loopback;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.unix.RawUnixChannelOption;
import io.netty.channel.unix.UnixChannelOption;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.world.Place;
import org.zonedrift.zone.ServerAddress;

/**
 * All IPv4 addresses of a world behind a few sockets that listen everywhere on the loopback device:
 * thousands of sockets would cost twice as much for each answer, and most machines do not allow a
 * program so many files. Witness: the benchmark of the servers.
 */
final class SharedPort {

    /** Linux's numbers for what Netty has no name for. */
    private static final int SOL_SOCKET = 1;

    private static final int SO_BINDTODEVICE = 25;

    private static final byte[] LOOPBACK_DEVICE = {'l', 'o', 0};
    private static final RawUnixChannelOption DEVICE =
            new RawUnixChannelOption("SO_BINDTODEVICE", SOL_SOCKET, SO_BINDTODEVICE, LOOPBACK_DEVICE.length);

    /** Several share the load by sender: most kernels give each only room for some hundred questions. */
    private static final int RECEIVERS = 8;

    private static final long ANYWHERE = Place.of(0, 0, 0, 0);

    private final Sockets sockets;

    SharedPort(Sockets sockets) {
        this.sockets = sockets;
    }

    /** Listens at the port, or at one that is free for 0, and answers which it is. */
    int bind(int wanted, List<Long> places, DnsServer answering) {
        SharedResponder responder = sockets.closeAtEnd(new SharedResponder(answering, places, sockets.loop()));
        int port = bindFirst(wanted, responder);
        InetSocketAddress everywhere = everywhere(port);
        for (int receiver = 1; receiver < RECEIVERS; receiver++) {
            Bootstrap next = datagrams(everywhere, responder)
                    .option(ChannelOption.SO_REUSEADDR, true)
                    .option(UnixChannelOption.SO_REUSEPORT, true);
            sockets.await(new Sockets.Binding(everywhere, next.bind()));
        }
        ServerBootstrap streams = sockets.streams(everywhere, answering).option(DEVICE, device());
        sockets.await(new Sockets.Binding(everywhere, streams.bind()));
        return port;
    }

    /** Fails where anybody else has the port on any address; only then lets our own others in. */
    private int bindFirst(int wanted, SharedResponder responder) {
        InetSocketAddress everywhere = everywhere(wanted);
        Sockets.Binding first =
                new Sockets.Binding(everywhere, datagrams(everywhere, responder).bind());
        int port = sockets.await(first);
        Channel channel = first.future().channel();
        channel.config().setOption(ChannelOption.SO_REUSEADDR, true);
        channel.config().setOption(UnixChannelOption.SO_REUSEPORT, true);
        return port;
    }

    private Bootstrap datagrams(InetSocketAddress address, SharedResponder responder) {
        return sockets.datagrams(address, responder)
                .option(EpollChannelOption.IP_RECVORIGDSTADDR, true)
                .option(DEVICE, device());
    }

    private static InetSocketAddress everywhere(int port) {
        return ServerAddress.of(Place.octets(ANYWHERE), port).socketAddress();
    }

    private static ByteBuffer device() {
        return ByteBuffer.wrap(LOOPBACK_DEVICE);
    }
}
