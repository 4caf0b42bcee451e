package org.zonedrift.cli.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zonedrift.exchange.netty.NettyNetwork;

/**
 * What this machine and this program did to the measurement: loss and pauses that are not the
 * resolvers'.
 *
 * @param socketDrops datagrams that the kernel threw away at our own sockets
 * @param bufferErrors the same for all sockets of this machine; -1 where the kernel does not tell
 * @param pauses of the garbage collector
 * @param cpuNanos processor time of the whole program
 */
record HostEffects(long socketDrops, long bufferErrors, long pauses, long pauseMillis, long cpuNanos) {

    private static final Path SNMP = Path.of("/proc/net/snmp");
    private static final String UDP = "Udp: ";
    private static final String ERRORS = "RcvbufErrors";

    /** What has happened so far. */
    static HostEffects upToNow(NettyNetwork network) {
        long pauses = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (!collector.getName().contains("Concurrent")) {
                pauses += Math.max(0, collector.getCollectionCount());
                millis += Math.max(0, collector.getCollectionTime());
            }
        }
        return new HostEffects(network.datagramsDroppedHere(), errorsOfMachine(), pauses, millis, cpuTime());
    }

    private static long cpuTime() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine instanceof com.sun.management.OperatingSystemMXBean known ? known.getProcessCpuTime() : -1;
    }

    private static long errorsOfMachine() {
        try {
            return bufferErrorsIn(Files.readAllLines(SNMP));
        } catch (IOException e) {
            return -1;
        }
    }

    /** The counter in the kernel's table, whose heading and figures stand on two lines. */
    static long bufferErrorsIn(List<String> table) {
        List<List<String>> udp = table.stream()
                .filter(line -> line.startsWith(UDP))
                .map(line -> List.of(line.split(" +")))
                .toList();
        int column = udp.isEmpty() ? -1 : udp.get(0).indexOf(ERRORS);
        return column < 0 || udp.size() < 2 ? -1 : Long.parseLong(udp.get(1).get(column));
    }

    /** What has happened since then. */
    HostEffects since(HostEffects before) {
        return new HostEffects(
                socketDrops - before.socketDrops,
                bufferErrors < 0 ? -1 : bufferErrors - before.bufferErrors,
                pauses - before.pauses,
                pauseMillis - before.pauseMillis,
                cpuNanos < 0 ? -1 : cpuNanos - before.cpuNanos);
    }
}
