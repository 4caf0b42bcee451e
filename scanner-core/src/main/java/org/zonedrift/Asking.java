package org.zonedrift;

import java.time.Duration;

/**
 * How patiently servers are asked.
 *
 * @param timeout the wait for a first answer; later ones are longer
 * @param tries datagrams to one address before it counts as silent; the first counts
 */
public record Asking(Duration timeout, int tries, Replies replies) {

    /** What becomes of a reply once it is read. */
    public enum Replies {
        LEFT,
        /** Its octets stay with what was seen. */
        KEPT
    }

    /** What DNS resolvers find reasonable. */
    public static final Asking DEFAULT = new Asking(Duration.ofMillis(1_500), 3);

    public Asking(Duration timeout, int tries) {
        this(timeout, tries, Replies.LEFT);
    }
}
