package org.zonedrift.sim.world;

/**
 * How a server is reached.
 *
 * @param rttMillis its usual distance
 * @param jitter by which share the distance varies from packet to packet
 * @param spikeShare share of packets that take {@code spikeFactor} times as long
 * @param thinkLeastMicros it thinks so long about an answer at least
 * @param thinkMostMicros and so long at most
 * @param loss share of round trips that fail
 * @param answersPerSecond what it answers to one client at most, or 0 for any number
 * @param slip of the answers above that, one in so many is an empty truncated one
 */
public record Circumstances(
        double rttMillis,
        double jitter,
        double spikeShare,
        double spikeFactor,
        double thinkLeastMicros,
        double thinkMostMicros,
        double loss,
        int answersPerSecond,
        int slip) {}
