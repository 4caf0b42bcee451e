package org.zonedrift.exchange.netty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** What can be learnt about the way out of this machine without sending anything. */
final class Routes {

    private Routes() {}

    /** Whether a datagram could leave; connecting a UDP socket asks the kernel and sends nothing. */
    static boolean lead(ServerAddress server, @Nullable InetAddress source) {
        boolean ipv4 = server.family() == AddressFamily.IPV4;
        try (DatagramChannel probe =
                DatagramChannel.open(ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6)) {
            if (source != null) {
                probe.bind(new InetSocketAddress(source, 0));
            }
            probe.connect(server.socketAddress());
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static long receiveBufferGranted(int wanted) {
        try (DatagramChannel probe = DatagramChannel.open()) {
            return probe.setOption(StandardSocketOptions.SO_RCVBUF, wanted).getOption(StandardSocketOptions.SO_RCVBUF);
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }

    static InetAddress anyLocal(AddressFamily family) {
        return address(new byte[family == AddressFamily.IPV4 ? 4 : 16]);
    }

    private static InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 octets", e);
        }
    }
}
