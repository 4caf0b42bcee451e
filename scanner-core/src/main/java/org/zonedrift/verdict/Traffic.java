package org.zonedrift.verdict;

/** What one zone cost, shared look-ups excluded. */
public record Traffic(int udp, int tcp, int retries, long bytesOut, long bytesIn) {

    /** Nothing was sent. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);

    /** Both together. */
    public Traffic plus(Traffic more) {
        if (this == NONE) {
            return more;
        }
        return new Traffic(
                udp + more.udp,
                tcp + more.tcp,
                retries + more.retries,
                bytesOut + more.bytesOut,
                bytesIn + more.bytesIn);
    }
}
