package org.zonedrift.cli.option;

import org.jspecify.annotations.Nullable;
import org.zonedrift.InFlightLimits;
import org.zonedrift.delegation.AddressBook;
import org.zonedrift.exchange.Politeness;
import picocli.CommandLine.Option;

/** How fast a scan may be. */
public final class SpeedOptions {

    private static final int MIB_BITS = 20;

    @Option(
            names = {"-j", "--concurrency"},
            paramLabel = "N",
            defaultValue = "4000",
            converter = Numbers.Count.class,
            description = "zones in flight at once (default: ${DEFAULT-VALUE})")
    int concurrency = 4_000;

    @Option(
            names = "--rate",
            paramLabel = "QPS",
            defaultValue = "10000",
            converter = Numbers.CountOrNone.class,
            description = "queries a second, all together; 0 is no limit (default: ${DEFAULT-VALUE})")
    int rate = 10_000;

    @Option(
            names = "--rate-per-server",
            paramLabel = "QPS",
            defaultValue = "50",
            converter = Numbers.CountOrNone.class,
            description = "queries a second to one address; 0 lifts the limits per address, prefix, operator and "
                    + "parent (default: ${DEFAULT-VALUE})")
    int ratePerServer = 50;

    @Option(
            names = "--address-book",
            paramLabel = "MIB",
            hidden = true,
            description = "memory for the addresses of name servers (default: a quarter of the heap, 768 at most)")
    @Nullable
    Integer addressBook;

    public Politeness politeness() {
        return new Politeness(rate, ratePerServer);
    }

    public InFlightLimits inFlight() {
        return new InFlightLimits(concurrency, InFlightLimits.DEFAULT_PARKED, hostOctets());
    }

    private long hostOctets() {
        return addressBook == null ? AddressBook.usualOctets() : (long) Math.max(0, addressBook) << MIB_BITS;
    }
}
