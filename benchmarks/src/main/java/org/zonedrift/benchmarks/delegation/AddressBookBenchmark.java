package org.zonedrift.benchmarks.delegation;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zonedrift.delegation.AddressBook;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.LaneBook;
import org.zonedrift.delegation.Reach;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;

/** Finding where a server of a zone listens, when the address book knows it already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AddressBookBenchmark {

    private static final int PORT = 53;
    private static final int HOSTS = 100_000;

    /** Odd, and far from any power of two: each look-up finds another stripe and another line. */
    private static final int STRIDE = 40_503;

    private final PromptLane lane = new PromptLane();
    private final LaneBook book = new AddressBook(
                    RootHints.builtIn(PORT),
                    new Reach(PORT, EnumSet.allOf(AddressFamily.class), named -> true, address -> true),
                    GluePolicy.TRUST)
            .on(lane, new PromptServers(lane));
    private final List<Delegation> delegations = delegations();
    private @Nullable NameServer found;
    private int at;

    public AddressBookBenchmark() {
        delegations.forEach(this::locate);
    }

    /** One host with an IPv4 and an IPv6 address, among 100,000. */
    @Benchmark
    public NameServer hit() {
        at = (at + STRIDE) % HOSTS;
        return locate(delegations.get(at));
    }

    private NameServer locate(Delegation delegation) {
        found = null;
        book.locate(delegation.nameServers(), NameServer.Listed.PARENT, delegation)
                .subscribe(roster -> found = roster.servers().get(0));
        lane.runOut();
        return Objects.requireNonNull(found, "a host was not found");
    }

    private static List<Delegation> delegations() {
        return IntStream.range(0, HOSTS)
                .mapToObj(number -> DomainName.parse("ns" + number % 4 + ".provider-" + number / 4 + ".bench"))
                .map(AddressBookBenchmark::delegationTo)
                .toList();
    }

    private static Delegation delegationTo(DomainName host) {
        return new Delegation(
                DomainName.ROOT,
                Delegation.Standing.DELEGATED,
                Delegation.Source.of(Delegation.Method.USER),
                Set.of(host),
                null,
                List.of(),
                Set.of());
    }
}
