package org.zonedrift.benchmarks.scan;

import org.zonedrift.benchmarks.probes.Race.Cost;

/**
 * What one scan cost, and what came of it.
 *
 * @param rightShare of the records, those that say what is true
 */
record Outcome(Cost cost, Traffic traffic, long zones, double rightShare, Heap heap, double seconds) {

    /**
     * From the program's summary; times in milliseconds.
     *
     * @param answered probes: datagrams that were answered, of whatever kind
     */
    record Traffic(long sent, long answered, double p50, double p99) {}

    /** From the collector's log. */
    record Heap(long allocatedMiB, double pauseMillis) {}

    double microsPerProbe() {
        return cost.cpuMicros() / (double) traffic.answered;
    }

    double zonesPerCpuSecond() {
        return zones * 1e6 / cost.cpuMicros();
    }
}
