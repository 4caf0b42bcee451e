package org.zonedrift.exchange;

import org.zonedrift.wire.DnsMessage;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * UDP on one lane, one datagram at a time: what retries are made of. Confined to its lane; never
 * throws.
 */
public interface DatagramExchange {

    /** Opens a question; nothing is sent before its first try. */
    OpenQuestion open(DomainName name, int type, ServerAddress server, Hearing hearing);

    /**
     * A question that one or more datagrams carry. A reply to any of them is taken until the
     * question is closed, so whoever opens one must close it; after that it must not be touched.
     */
    interface OpenQuestion {

        /**
         * Sends one more datagram, and answers with the number of this try, counted from 0. The
         * time runs from the moment the datagram leaves the engine.
         *
         * <p>Of each try one thing is heard: its reply or its failure; after a failure its reply
         * may still come. A try that is still waited for when the next begins is superseded: only
         * its reply can be heard from then on.
         */
        int attempt(Manner manner, long timeoutNanos);

        /** Ends the question: nothing more is heard of it. Callable at any time, also twice. */
        void close();

        /** When the try left, on the lane's clock; -1 while it has not. */
        long sentAt(int attempt);

        /** Octets of all datagrams sent for this question. */
        int octetsOut();

        /** Whether datagrams came from the server's address that belong to no question of ours. */
        boolean isSpoofSuspected();
    }

    /** Hears what becomes of a question's tries: on the lane, never from inside a call. */
    interface Hearing {

        /**
         * The server replied to this try, which may be an earlier one; a later try that is being
         * waited for is waited for on.
         */
        void replied(int attempt, DnsMessage message);

        /**
         * The wait for this try is over: TIMED_OUT, MALFORMED, NETWORK_ERROR, or CLOSED when the
         * exchange was closed meanwhile.
         */
        void failed(int attempt, Answer.Silence why);
    }
}
