package org.zonedrift.exchange.netty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Datagrams that reached this machine and that the kernel threw away because we were too slow to
 * take them: our loss, not the servers'. Known on Linux; 0 elsewhere.
 */
final class KernelDrops {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));

    private static final int LOCAL_ADDRESS = 1;
    private static final int COLUMNS = 13;

    private KernelDrops() {}

    /** The sum over the sockets bound to these local ports. */
    static long at(Set<Integer> localPorts) {
        return TABLES.stream().mapToLong(table -> dropsIn(table, localPorts)).sum();
    }

    private static long dropsIn(Path table, Set<Integer> localPorts) {
        try {
            return sum(Files.readAllLines(table), localPorts);
        } catch (IOException e) {
            return 0;
        }
    }

    /** The sum over the lines of a table as the kernel writes it, its heading included. */
    static long sum(List<String> lines, Set<Integer> localPorts) {
        long sum = 0;
        for (String line : lines) {
            String[] columns = line.trim().split("\\s+");
            if (columns.length == COLUMNS && isOneOf(localPorts, columns[LOCAL_ADDRESS])) {
                sum += Long.parseLong(columns[COLUMNS - 1]);
            }
        }
        return sum;
    }

    private static boolean isOneOf(Set<Integer> ports, String hexAddress) {
        int colon = hexAddress.lastIndexOf(':');
        return colon >= 0 && ports.contains(Integer.parseInt(hexAddress, colon + 1, hexAddress.length(), 16));
    }
}
