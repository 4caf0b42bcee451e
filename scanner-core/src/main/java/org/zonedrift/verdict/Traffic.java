package org.zonedrift.verdict;

/** What one zone cost, shared look-ups excluded. */
public record Traffic(int udp, int tcp, int retries, long bytesOut, long bytesIn) {

    /** Nothing was sent. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);
}
