package org.zonedrift.telemetry;

/**
 * What is counted about questions of one purpose over one transport, when they end. Each question
 * is answered, timed out, unreachable, unreadable or abandoned.
 */
public enum Count {
    /** Questions that ended. */
    QUESTIONS,
    /** Datagrams sent, or connections used. */
    SENT,
    /** Those of them that repeated an earlier one. */
    REPEATED,
    /** Those of them that were waited for in vain. */
    UNHEARD,
    ANSWERED,
    TIMED_OUT,
    /** No route, an ICMP error, a refused connection. */
    UNREACHABLE,
    /** Something came that cannot be read. */
    UNREADABLE,
    /** Ended because the run ended. */
    ABANDONED,
    OCTETS_OUT,
    OCTETS_IN
}
