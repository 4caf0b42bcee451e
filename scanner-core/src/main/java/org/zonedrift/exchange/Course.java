package org.zonedrift.exchange;

import java.util.Set;
import org.zonedrift.exchange.Manner.Transport;

/**
 * How a question fared on its way, over all its tries. Instants are nanoseconds since 1970, as
 * {@link Lane#now} tells them; -1 where nothing was sent or nothing arrived.
 *
 * @param tries datagrams and connections used
 * @param retries how many of them were repetitions
 * @param transport what carried the reply, or the last try
 * @param rttNanos from the send of the successful try to its reply, or -1
 * @param octetsOut octets of all messages sent
 * @param octetsIn octets of all messages accepted
 */
public record Course(
        int tries,
        int retries,
        Transport transport,
        long firstSentAt,
        long answeredAt,
        long rttNanos,
        int octetsOut,
        int octetsIn,
        Set<Oddity> oddities) {

    /** What was odd on the way; each becomes a flag of the record. */
    public enum Oddity {
        EDNS_UNSUPPORTED("edns-unsupported"),
        EDNS_BROKEN("edns-broken"),
        TRUNCATED("truncated-soa"),
        TCP_FAILED("tcp-failed"),
        RRL_SLIP_SUSPECTED("rrl-slip-suspected"),
        SPOOF_SUSPECTS("spoof-suspects");

        private final String flag;

        Oddity(String flag) {
            this.flag = flag;
        }

        /** The published name of the flag. */
        public String flag() {
            return flag;
        }
    }

    /** The course of a question for which nothing was sent. */
    public static final Course UNSENT = new Course(0, 0, Transport.UDP, -1, -1, -1, 0, 0, Set.of());
}
