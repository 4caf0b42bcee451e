package org.zonedrift.exchange;

import java.util.Set;
import org.zonedrift.exchange.Manner.Transport;

/**
 * How a question fared on its way, over all its tries. Instants are nanoseconds since 1970, as
 * {@link Lane#now} tells them; -1 where nothing was sent or nothing arrived.
 *
 * @param udp datagrams sent
 * @param tcp connections used, after the datagrams if there were any
 * @param retries how many of both were repetitions
 * @param timeouts how many of both were waited for in vain
 * @param rttNanos from the send of the successful try to its reply, or -1
 * @param octetsOut octets of all messages sent
 * @param octetsIn octets of all messages accepted
 */
public record Course(
        int udp,
        int tcp,
        int retries,
        int timeouts,
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
    public static final Course UNSENT = new Course(0, 0, 0, 0, -1, -1, -1, 0, 0, Set.of());

    /** Datagrams and connections used. */
    public int tries() {
        return udp + tcp;
    }

    /** What carried the reply, or the last try. */
    public Transport transport() {
        return tcp > 0 ? Transport.TCP : Transport.UDP;
    }
}
