package org.zonedrift.exchange;

import org.zonedrift.wire.DnsMessage;

/** What came of a question: a reply, or why there is none. */
public sealed interface Answer {

    /** How the question fared on its way. */
    Course course();

    /** The server replied; what it said is another matter. */
    record Reply(DnsMessage message, Course course) implements Answer {}

    /**
     * No readable reply arrived within the allowed tries.
     *
     * @param silentSince when an address that is left alone stopped answering, on the clock of
     *     {@link Lane#now}; else -1
     */
    record NoReply(Silence why, Course course, long silentSince) implements Answer {

        public NoReply(Silence why, Course course) {
            this(why, course, -1);
        }

        /** Nothing was sent, since the address had stopped answering. */
        static NoReply leftAlone(long silentSince) {
            return new NoReply(Silence.CIRCUIT_OPEN, Course.UNSENT, silentSince);
        }
    }

    /** Why nothing usable came. */
    enum Silence {
        TIMED_OUT,
        /** No route, an ICMP error, or the send failed. */
        NETWORK_ERROR,
        /** Something came from the right place, but it cannot be read. */
        MALFORMED,
        /** The reply was truncated, and TCP did not bring the whole of it. */
        TRUNCATED,
        /** The address stopped answering earlier in this run; nothing was sent. */
        CIRCUIT_OPEN,
        /** The exchange was closed while the question waited. */
        CLOSED
    }
}
