package org.zonedrift;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.operator.Operators;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.KnownDelegations;
import org.zonedrift.zone.ServerAddress;

/** How a scan is done: a small record for each stage, and nothing that two of them share. */
public record ScanPlan(
        Naming naming,
        Asking asking,
        Politeness politeness,
        LookPlan looks,
        Manner probes,
        Safety safety,
        Operators operators,
        InFlightLimits inFlight) {

    /** The same with some delegations at hand. */
    public ScanPlan knowing(KnownDelegations delegations) {
        return new ScanPlan(
                naming.knowing(delegations), asking, politeness, looks, probes, safety, operators, inFlight);
    }

    /** What becomes of the delegations that a zone file brings, which is as old as its date. */
    public enum Snapshots {
        BELIEVED,
        /** Each is held against what the parent says now. */
        COMPARED
    }

    /**
     * How servers are found.
     *
     * @param port where servers listen whose addresses DNS told us
     * @param resolvers who is asked for zones and hosts; with none, everything is found out from the root
     * @param known delegations that nobody is asked for on the way to hosts
     */
    public record Naming(
            RootHints hints,
            GluePolicy glue,
            int port,
            List<ServerAddress> resolvers,
            KnownDelegations known,
            Snapshots snapshots) {

        public Naming {
            resolvers = List.copyOf(resolvers);
        }

        /** Everything is found out by asking, save what a zone file says. */
        public Naming(RootHints hints, GluePolicy glue, int port, List<ServerAddress> resolvers) {
            this(hints, glue, port, resolvers, KnownDelegations.NONE, Snapshots.BELIEVED);
        }

        /** The same from the root. */
        public Naming(RootHints hints, GluePolicy glue, int port) {
            this(hints, glue, port, List.of());
        }

        /** The same with some delegations at hand. */
        public Naming knowing(KnownDelegations delegations) {
            return new Naming(hints, glue, port, resolvers, delegations, snapshots);
        }

        /** The same with zone files treated so. */
        public Naming with(Snapshots treatment) {
            return new Naming(hints, glue, port, resolvers, known, treatment);
        }
    }

    /**
     * Who is not asked.
     *
     * @param families the families that are wanted and have a route
     * @param exclusions what holds at the moment; it may change while the scan runs
     */
    public record Safety(Set<AddressFamily> families, AddressRules rules, Supplier<Exclusions> exclusions) {

        public Safety {
            families = Set.copyOf(families);
        }
    }
}
