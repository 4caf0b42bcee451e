package org.zonedrift.wire;

/** How the question section of a message stands to the question that was asked. */
public enum Echo {
    /** A response that repeats the question, or may leave it out (FORMERR, NOTIMP, REFUSED, SERVFAIL). */
    MATCHES,
    /** No response, or a response to something else. */
    DIFFERS,
    /** What should be the question cannot be read. */
    UNREADABLE
}
