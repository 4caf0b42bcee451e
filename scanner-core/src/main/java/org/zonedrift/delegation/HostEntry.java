package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.ServerAddress;

/**
 * One host of the address book in octets: the name, when it expires (seconds since 1970), flags,
 * trouble and how often it failed in a row, how many addresses of each family, the addresses.
 */
final class HostEntry {

    /** The longest name, and eight IPv6 addresses. */
    static final int OCTETS_MAX = 1 + DomainName.MAX_WIRE_LENGTH + 7 + Whereabouts.ADDRESSES_MAX * 16;

    private static final Trouble[] TROUBLES = Trouble.values();
    private static final HostFlag[] FLAGS = HostFlag.values();
    private static final int NO_TROUBLE = 15;
    private static final int FAILURES_MAX = 15;

    private HostEntry() {}

    /** Writes the entry; answers how many octets it took. */
    static int write(byte[] octets, int from, DomainName host, Whereabouts what, long expiresAt, int failures) {
        int nameLength = host.wireLength();
        octets[from] = (byte) nameLength;
        System.arraycopy(host.wire(), 0, octets, from + 1, nameLength);
        int at = from + 1 + nameLength;
        octets[at++] = (byte) (expiresAt >> 24);
        octets[at++] = (byte) (expiresAt >> 16);
        octets[at++] = (byte) (expiresAt >> 8);
        octets[at++] = (byte) expiresAt;
        octets[at++] = (byte) bits(what);
        int trouble = what.trouble() == null ? NO_TROUBLE : what.trouble().ordinal();
        octets[at++] = (byte) (Math.min(failures, FAILURES_MAX) << 4 | trouble);
        int counts = at++;
        int ipv4 = 0;
        for (ServerAddress address : what.addresses()) {
            byte[] own = address.octets();
            System.arraycopy(own, 0, octets, at, own.length);
            at += own.length;
            ipv4 += own.length == 4 ? 1 : 0;
        }
        octets[counts] = (byte) (ipv4 << 4 | what.addresses().size() - ipv4);
        return at - from;
    }

    private static int bits(Whereabouts what) {
        int bits = 0;
        for (HostFlag flag : what.flags()) {
            bits |= 1 << flag.ordinal();
        }
        return bits;
    }

    static boolean isOf(byte[] octets, int from, DomainName host) {
        return host.isWrittenIn(octets, from + 1, octets[from] & 0xff);
    }

    static int hash(byte[] octets, int from) {
        return DomainName.hashOf(octets, from + 1, octets[from] & 0xff);
    }

    private static int afterName(byte[] octets, int from) {
        return from + 1 + (octets[from] & 0xff);
    }

    static int length(byte[] octets, int from) {
        int at = afterName(octets, from);
        int counts = octets[at + 6] & 0xff;
        return at + 7 + (counts >> 4) * 4 + (counts & 15) * 16 - from;
    }

    static long expiresAt(byte[] octets, int from) {
        int at = afterName(octets, from);
        return (octets[at] & 0xffL) << 24
                | (octets[at + 1] & 0xff) << 16
                | (octets[at + 2] & 0xff) << 8
                | octets[at + 3] & 0xff;
    }

    /** How often in a row the host could not be looked up. */
    static int failures(byte[] octets, int from) {
        return (octets[afterName(octets, from) + 5] & 0xff) >> 4;
    }

    static Whereabouts read(byte[] octets, int from, int port, long ttlSeconds) {
        int at = afterName(octets, from);
        EnumSet<HostFlag> flags = HostFlag.none();
        for (HostFlag flag : FLAGS) {
            if ((octets[at + 4] & 1 << flag.ordinal()) != 0) {
                flags.add(flag);
            }
        }
        return new Whereabouts(addresses(octets, at + 6, port), trouble(octets[at + 5] & 15), flags, ttlSeconds);
    }

    private static @Nullable Trouble trouble(int code) {
        return code == NO_TROUBLE ? null : TROUBLES[code];
    }

    private static List<ServerAddress> addresses(byte[] octets, int counts, int port) {
        int ipv4 = (octets[counts] & 0xff) >> 4;
        int all = ipv4 + (octets[counts] & 15);
        List<ServerAddress> addresses = new ArrayList<>(all);
        int at = counts + 1;
        for (int i = 0; i < all; i++) {
            int length = i < ipv4 ? 4 : 16;
            byte[] own = new byte[length];
            System.arraycopy(octets, at, own, 0, length);
            addresses.add(ServerAddress.of(own, port));
            at += length;
        }
        return addresses;
    }
}
