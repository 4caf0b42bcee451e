package org.zonedrift.exchange.engine;

import org.zonedrift.telemetry.DatagramFaults;
import org.zonedrift.wire.MessageReader.Octets;

/**
 * How a lane asks over UDP.
 *
 * @param portsPerFamily sockets of each address family; each brings 2^14 questions at a time and a
 *     source port of its own
 * @param faults where datagrams are counted that were not waited for
 * @param octets what becomes of the octets of replies
 */
public record UdpSettings(int portsPerFamily, DatagramFaults faults, Octets octets) {

    /** Enough ids and source ports for any scan; more sockets would only make batches smaller. */
    public static final int USUAL_PORTS = 8;

    private static final int PORTS_MAX = 16;

    public UdpSettings {
        if (portsPerFamily < 1 || portsPerFamily > PORTS_MAX) {
            throw new IllegalArgumentException("1 to " + PORTS_MAX + " ports, not " + portsPerFamily);
        }
    }

    /** Of replies only what they say is kept. */
    public UdpSettings(int portsPerFamily, DatagramFaults faults) {
        this(portsPerFamily, faults, Octets.LEFT);
    }

    /** What a scan uses. */
    public static UdpSettings usual() {
        return new UdpSettings(USUAL_PORTS, new DatagramFaults());
    }
}
