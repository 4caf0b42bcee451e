package org.zonedrift.benchmarks.delegation;

import java.io.IOException;

/**
 * Reads a generated TLD zone file and fills an address book; checks what came out, then prints
 * figures.
 */
public final class DelegationBench {

    private static final int LINES = 4_000_000;
    private static final int HOSTS = 1_000_000;

    private DelegationBench() {}

    /** Two numbers may be given: the lines of the zone file, and the hosts of the address book. */
    public static void main(String[] arguments) throws IOException {
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : LINES;
        int hosts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : HOSTS;
        System.out.printf("heap at most %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
        new ZoneFileRace(lines).run(System.out);
        new AddressBookSize(hosts).run(System.out);
    }
}
