package org.zonedrift.exchange.netty;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.engine.DatagramListener;
import org.zonedrift.exchange.engine.DatagramPort;
import org.zonedrift.exchange.engine.Network;
import org.zonedrift.exchange.engine.Stream;
import org.zonedrift.exchange.engine.StreamListener;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** The real network: each lane is an event loop with a thread of its own. */
public final class NettyNetwork implements Network {

    /** The kernel's default holds some 200 small datagrams; it may grant less than this. */
    private static final int SOCKET_BUFFER = 4 << 20;

    private static final int CLOSING_SECONDS_MAX = 5;

    private final NettySettings settings;
    private final SocketSupply supply;
    private final MultiThreadIoEventLoopGroup group;
    private final List<NettyLane> lanes;
    private final Set<Integer> openPorts = ConcurrentHashMap.newKeySet();

    public NettyNetwork(NettySettings settings) {
        this.settings = settings;
        this.supply = SocketSupply.of(settings.sockets());
        this.group = new MultiThreadIoEventLoopGroup(
                settings.lanes(), new DefaultThreadFactory("lane", true), supply.loops());
        this.lanes = lanesOf(group, supply);
    }

    private static List<NettyLane> lanesOf(MultiThreadIoEventLoopGroup group, SocketSupply supply) {
        long epochOffset = NettyLane.epochOffsetNow();
        List<NettyLane> lanes = new ArrayList<>();
        for (EventExecutor loop : group) {
            lanes.add(new NettyLane((EventLoop) loop, epochOffset, supply.arrivals()));
        }
        return List.copyOf(lanes);
    }

    @Override
    public List<? extends Lane> lanes() {
        return lanes;
    }

    @Override
    public boolean reaches(ServerAddress server) {
        return Routes.lead(server, sourceOf(server.family()));
    }

    /** What the kernel grants each UDP socket to hold while we are busy, in octets; -1 where it does not say. */
    public long receiveBufferGranted() {
        return Routes.receiveBufferGranted(SOCKET_BUFFER);
    }

    @Override
    public DatagramPort open(Lane lane, AddressFamily family, DatagramListener listener) {
        NettyLane on = (NettyLane) lane;
        DatagramChannel channel = supply.datagrams(family, on.arrivals());
        channel.config().setOption(ChannelOption.SO_RCVBUF, SOCKET_BUFFER);
        channel.config().setOption(ChannelOption.SO_SNDBUF, SOCKET_BUFFER);
        NettyPort port = new NettyPort(channel, on.parcels(), listener);
        port.bind(on, new InetSocketAddress(localOf(family), 0));
        int number = port.localPort();
        openPorts.add(number);
        channel.closeFuture().addListener(closed -> openPorts.remove(number));
        return port;
    }

    @Override
    public Stream connect(Lane lane, ServerAddress server, StreamListener listener) {
        InetAddress source = sourceOf(server.family());
        NettyStream stream = new NettyStream(supply.stream(), listener);
        stream.connect(
                (NettyLane) lane, server.socketAddress(), source == null ? null : new InetSocketAddress(source, 0));
        return stream;
    }

    private @Nullable InetAddress sourceOf(AddressFamily family) {
        return family == AddressFamily.IPV4 ? settings.ipv4Source() : settings.ipv6Source();
    }

    private InetAddress localOf(AddressFamily family) {
        InetAddress source = sourceOf(family);
        return source == null ? Routes.anyLocal(family) : source;
    }

    @Override
    public long datagramsDroppedHere() {
        return KernelDrops.at(openPorts);
    }

    @Override
    public void close() {
        boolean calledFromLane = lanes.stream().anyMatch(Lane::isCurrent);
        var ended = group.shutdownGracefully(0, CLOSING_SECONDS_MAX, TimeUnit.SECONDS);
        if (!calledFromLane) {
            ended.awaitUninterruptibly(CLOSING_SECONDS_MAX, TimeUnit.SECONDS);
        }
    }
}
