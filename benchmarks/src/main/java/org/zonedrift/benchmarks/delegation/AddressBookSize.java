package org.zonedrift.benchmarks.delegation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.zonedrift.delegation.AddressBook;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.LaneBook;
import org.zonedrift.delegation.Reach;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;

/** An address book with a million hosts and more, beside a Caffeine cache with the same. */
final class AddressBookSize {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int PORT = 53;

    /** Enough to tell what each costs; in Caffeine, five million would not fit. */
    private static final int SAMPLE = 500_000;

    /** Half of what the zone cuts hold at most: none is forgotten. */
    private static final int CUTS = 50_000;

    private final int hosts;
    private final PromptLane lane = new PromptLane();

    AddressBookSize(int hosts) {
        this.hosts = hosts;
    }

    private static DomainName host(int number) {
        return DomainName.parse("ns" + number % 4 + ".provider-" + number / 4 + ".bench");
    }

    void run(PrintStream out) {
        double eachWithCut = octetsPerHostOfItsOwnDomain();
        long before = HeapInUse.octets();
        LaneBook book = newBook();
        long begin = CPU.getCurrentThreadCpuTime();
        for (int i = 0; i < hosts; i++) {
            locate(book, host(i));
        }
        long took = CPU.getCurrentThreadCpuTime() - begin;
        long held = HeapInUse.octets() - before;
        out.printf(
                "address book, %d hosts with an IPv4 and an IPv6 address: %.1f octets each (%d MiB), %.2f us of CPU a"
                        + " look-up%n",
                hosts, held / (double) hosts, held >> 20, took / 1e3 / hosts);
        out.printf("a host alone in its domain, zone cut included: %.1f octets%n", eachWithCut);
        int again = Math.min(hosts, SAMPLE);
        long secondBegin = CPU.getCurrentThreadCpuTime();
        for (int i = 0; i < again; i++) {
            locate(book, host(hosts - 1 - i));
        }
        out.printf("found again: %.2f us of CPU each%n", (CPU.getCurrentThreadCpuTime() - secondBegin) / 1e3 / again);
        runCaffeine(book, out);
    }

    private LaneBook newBook() {
        Reach reach = new Reach(PORT, EnumSet.allOf(AddressFamily.class), named -> true, address -> true);
        return new AddressBook(RootHints.builtIn(PORT), reach, GluePolicy.TRUST).on(lane, new PromptServers(lane));
    }

    private double octetsPerHostOfItsOwnDomain() {
        long before = HeapInUse.octets();
        LaneBook book = newBook();
        for (int i = 0; i < CUTS; i++) {
            locate(book, host(4 * i));
        }
        double held = HeapInUse.octets() - before;
        locate(book, host(0));
        return held / CUTS;
    }

    private void runCaffeine(LaneBook book, PrintStream out) {
        long before = HeapInUse.octets();
        Cache<DomainName, List<NameServer.Located>> cache = Caffeine.newBuilder()
                .maximumSize(SAMPLE * 2L)
                .expireAfterWrite(1, TimeUnit.DAYS)
                .executor(Runnable::run)
                .build();
        int sample = Math.min(hosts, SAMPLE);
        for (int i = hosts - sample; i < hosts; i++) {
            cache.put(host(i), locate(book, host(i)).addresses());
        }
        long held = HeapInUse.octets() - before;
        if (cache.getIfPresent(host(hosts - 1)) == null) {
            throw new IllegalStateException("the cache lost a host");
        }
        out.printf("Caffeine with %d of them: %.1f octets each%n", sample, held / (double) sample);
    }

    private NameServer locate(LaneBook book, DomainName host) {
        Delegation delegation = new Delegation(
                DomainName.ROOT,
                Delegation.Standing.DELEGATED,
                Delegation.Source.of(Delegation.Method.USER),
                Set.of(host),
                null,
                List.of(),
                Set.of());
        NameServer[] found = new NameServer[1];
        book.locate(Set.of(host), NameServer.Listed.PARENT, delegation)
                .subscribe(roster -> found[0] = roster.servers().get(0));
        lane.runOut();
        if (found[0] == null || found[0].addresses().size() != 2) {
            throw new IllegalStateException("not found: " + host);
        }
        return found[0];
    }
}
