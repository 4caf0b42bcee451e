package org.zonedrift.benchmarks.delegation;

import java.lang.management.ManagementFactory;

/** How much of the heap is reachable, as far as a JVM will say. */
final class HeapInUse {

    private static final int COLLECTIONS = 4;

    private HeapInUse() {}

    static long octets() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
