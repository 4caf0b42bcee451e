package org.zonedrift.sim.loopback;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A question that the machine puts to a server of its own, to learn whether it finds the way there. */
final class OwnQuestion {

    /** For the SOA record of the root; that anything is said is answer enough. */
    private static final byte[] QUESTION = {'z', 'd', 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 1};

    /** The servers may be busy, and in bad weather some replies get lost. */
    private static final int TRIES = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LONGEST_REPLY = 1_232;

    private OwnQuestion() {}

    /** Whether an answer comes. */
    static boolean isAnsweredBy(InetSocketAddress server) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(server);
            for (int asked = 0; asked < TRIES; asked++) {
                socket.send(new DatagramPacket(QUESTION, QUESTION.length, server));
                if (isHeard(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException noWayThere) {
            return false;
        }
    }

    private static boolean isHeard(DatagramSocket socket) throws IOException {
        try {
            socket.receive(new DatagramPacket(new byte[LONGEST_REPLY], LONGEST_REPLY));
            return true;
        } catch (SocketTimeoutException silence) {
            return false;
        }
    }
}
