package org.zonedrift.fleet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which machines answered behind one resolver's address, by the identity that each of them shows
 * (RFC 5001). Confined to its lane until it is added up.
 */
final class Instances {

    /** A big site has some dozens; whoever invents one for each answer fills no memory. */
    private static final int TOLD_APART = 256;

    private final Map<ByteBuffer, long[]> answers = new HashMap<>();

    void answered(byte[] identity) {
        count(ByteBuffer.wrap(identity), 1);
    }

    void add(Instances other) {
        other.answers.forEach((identity, count) -> count(identity, count[0]));
    }

    private void count(ByteBuffer identity, long more) {
        long[] count = answers.get(identity);
        if (count == null && answers.size() < TOLD_APART) {
            count = new long[1];
            answers.put(identity, count);
        }
        if (count != null) {
            count[0] += more;
        }
    }

    /** Answers by identity, as text; its octets are the sender's, whatever they do to a terminal. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach((identity, count) -> counts.merge(
                StandardCharsets.ISO_8859_1.decode(identity.duplicate()).toString(), count[0], Long::sum));
        return counts;
    }
}
