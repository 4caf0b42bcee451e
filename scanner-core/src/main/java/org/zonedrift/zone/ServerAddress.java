package org.zonedrift.zone;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One address and port at which a server may answer, with the group whose limits it shares.
 *
 * <p>Equal when octets and port are: the limit group is how we treat the address, not what it is.
 * Ordered by family, then octets, then port.
 */
public final class ServerAddress implements Comparable<ServerAddress> {

    /** The port on which the Internet serves DNS. */
    public static final int DNS_PORT = 53;

    private final byte[] octets;
    private final @Nullable LimitGroup operator;
    private final InetSocketAddress socketAddress;

    /** The socket address's own, which are two objects away. */
    private final InetAddress address;

    private final int port;

    private final int hash;

    private ServerAddress(byte[] octets, InetSocketAddress socketAddress, @Nullable LimitGroup operator) {
        this.octets = octets;
        this.socketAddress = socketAddress;
        this.operator = operator;
        this.address = socketAddress.getAddress();
        this.port = socketAddress.getPort();
        this.hash = 31 * Arrays.hashCode(octets) + port;
    }

    /** The address in 4 or 16 octets; it shares limits with its prefix (/24 or /48). */
    public static ServerAddress of(byte[] octets, int port) {
        byte[] own = octets.clone();
        return new ServerAddress(own, new InetSocketAddress(inetAddress(own), port), null);
    }

    private static InetAddress inetAddress(byte[] octets) {
        try {
            // getByAddress(byte[]) would turn an IPv4-mapped IPv6 address into an IPv4 one.
            return octets.length == 16 ? Inet6Address.getByAddress(null, octets, -1) : InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 octets", e);
        }
    }

    /** The same address, sharing the limits of this group. */
    public ServerAddress in(LimitGroup group) {
        return new ServerAddress(octets, socketAddress, group);
    }

    /** 4 or 16 octets: the address itself, not a copy; never to be changed. */
    public byte[] octets() {
        return octets;
    }

    public int port() {
        return port;
    }

    public AddressFamily family() {
        return octets.length == 4 ? AddressFamily.IPV4 : AddressFamily.IPV6;
    }

    /** One object for all datagrams to this server. */
    public InetSocketAddress socketAddress() {
        return socketAddress;
    }

    /** Whether this is the socket address of just this server. */
    public boolean isAt(InetSocketAddress place) {
        return port == place.getPort() && address.equals(place.getAddress());
    }

    /** The group given to it, else the prefix around it; made anew at each call for a prefix. */
    public LimitGroup limitGroup() {
        return operator != null ? operator : LimitGroup.prefixOf(octets);
    }

    /** Whether both were given the same group, or neither was given any. */
    public boolean isGroupedLike(ServerAddress other) {
        return Objects.equals(operator, other.operator);
    }

    /** The address without its port, as RFC 5952 writes it. */
    public String host() {
        return AddressText.write(octets);
    }

    @Override
    public int compareTo(ServerAddress other) {
        int byFamily = Integer.compare(octets.length, other.octets.length);
        if (byFamily != 0) {
            return byFamily;
        }
        int byOctets = Arrays.compareUnsigned(octets, other.octets);
        return byOctets != 0 ? byOctets : Integer.compare(port, other.port);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof ServerAddress that
                        && hash == that.hash
                        && port == that.port
                        && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@code 192.0.2.1:53} or {@code [2001:db8::1]:53}. */
    @Override
    public String toString() {
        return (octets.length == 4 ? host() : "[" + host() + "]") + ":" + port;
    }
}
