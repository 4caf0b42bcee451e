package org.zonedrift.sim.network;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.ServerAddress;

/** Who stands at which address. Where nobody stands, datagrams vanish and connections are refused. */
public final class Servers {

    private final Map<ServerAddress, DnsServer> byAddress = new HashMap<>();
    private final Map<ServerAddress, StreamServer> streamsByAddress = new HashMap<>();
    private @Nullable DnsServer elsewhere;
    private @Nullable StreamServer streamsElsewhere;

    /** A server of datagrams and, with the usual framing, of streams. */
    public void put(ServerAddress address, DnsServer server) {
        putDatagrams(address, server);
        putStreams(address, new FramedServer(server));
    }

    public void putDatagrams(ServerAddress address, DnsServer server) {
        byAddress.put(address, server);
    }

    public void putStreams(ServerAddress address, StreamServer server) {
        streamsByAddress.put(address, server);
    }

    /** The server at every address where nobody else stands, for datagrams and streams. */
    public void putElsewhere(DnsServer server) {
        elsewhere = server;
        streamsElsewhere = new FramedServer(server);
    }

    /** Accepts the streams of every address that has no stream server of its own. */
    public void putStreamsElsewhere(StreamServer server) {
        streamsElsewhere = server;
    }

    /** Takes a server down: what is sent there vanishes, unless there is one for everywhere. */
    public void remove(ServerAddress address) {
        byAddress.remove(address);
        streamsByAddress.remove(address);
    }

    @Nullable
    DnsServer datagramServerAt(ServerAddress address) {
        DnsServer server = byAddress.get(address);
        return server != null ? server : elsewhere;
    }

    @Nullable
    StreamServer streamServerAt(ServerAddress address) {
        StreamServer server = streamsByAddress.get(address);
        return server != null ? server : streamsElsewhere;
    }
}
