package org.zonedrift.exchange.engine;

import org.zonedrift.exchange.Departing;
import org.zonedrift.wire.MessageReader.Octets;

/**
 * How a lane asks over TCP.
 *
 * @param departing when connections may begin, and when messages may be written to them
 * @param octets what becomes of the octets of replies
 */
public record TcpSettings(Departing departing, Octets octets) {

    /** As soon as there is something to ask; of replies only what they say is kept. */
    public static TcpSettings unlimited() {
        return new TcpSettings(Departing.AT_ONCE, Octets.LEFT);
    }
}
