package org.zonedrift.exchange.netty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.ServerAddress;

/** Which address families this machine has a way out for. */
final class Routes {

    /** Root servers: addresses that any route to the Internet covers. Nothing is sent to them. */
    private static final byte[] SOMEWHERE_IPV4 = {(byte) 198, 41, 0, 4};

    private static final byte[] SOMEWHERE_IPV6 = {
        0x20, 0x01, 0x05, 0x03, (byte) 0xba, 0x3e, 0, 0, 0, 0, 0, 0, 0, 2, 0, 48
    };

    private Routes() {}

    /** Whether a datagram could leave; connecting a UDP socket asks the kernel and sends nothing. */
    static boolean lead(AddressFamily family, @Nullable InetAddress source) {
        boolean ipv4 = family == AddressFamily.IPV4;
        try (DatagramChannel probe =
                DatagramChannel.open(ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6)) {
            if (source != null) {
                probe.bind(new InetSocketAddress(source, 0));
            }
            probe.connect(
                    new InetSocketAddress(address(ipv4 ? SOMEWHERE_IPV4 : SOMEWHERE_IPV6), ServerAddress.DNS_PORT));
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
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
