package org.zonedrift.sim.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.world.World.Annex;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/** The root and the top-level domains: their servers, and what they delegate. */
final class Registries {

    private static final String ROOT_SERVERS = "root-servers";

    private final SimulatedZone root;
    private final List<DomainName> tlds;
    private final List<SimulatedZone> tldZones = new ArrayList<>();
    private final Register register;
    private final List<Annex> annexes;

    /** What is delegated from a top-level domain under a label. */
    @FunctionalInterface
    interface Register {
        @Nullable
        SimulatedZone delegated(byte[] label, int tld);
    }

    Registries(List<DomainName> tlds, Register register, List<Annex> annexes, Instant reference) {
        this.annexes = annexes;
        this.tlds = tlds;
        this.register = register;
        OperatorCopies copies = new OperatorCopies(reference);
        DomainName rootHome = tlds.get(0).child(ROOT_SERVERS);
        List<Seat> rootSeats = seats(rootHome, DomainName.ROOT, 0, copies);
        this.root = SimulatedZone.sound(DomainName.ROOT, rootSeats, new RootContents());
        for (int tld = 0; tld < tlds.size(); tld++) {
            DomainName apex = tlds.get(tld);
            List<Seat> seats = seats(apex.child("nic"), apex, tld + 1, copies);
            tldZones.add(SimulatedZone.sound(apex, seats, new TldContents(tld)));
        }
    }

    SimulatedZone root() {
        return root;
    }

    private static List<Seat> seats(DomainName home, DomainName apex, int registry, OperatorCopies copies) {
        List<DomainName> hosts = new ArrayList<>();
        for (int server = 0; server < AddressPlan.registryServers(); server++) {
            hosts.add(home.child(String.valueOf((char) ('a' + server))));
        }
        Copy copy = copies.of(apex, hosts);
        List<Seat> seats = new ArrayList<>();
        for (int server = 0; server < hosts.size(); server++) {
            long[] places = {AddressPlan.registry(registry, server)};
            seats.add(new Seat(hosts.get(server), Listed.BOTH, places, Conduct.HONEST, copy));
        }
        return seats;
    }

    private final class RootContents implements SimulatedZone.Contents {

        @Override
        public long @Nullable [] placesOf(DomainName name) {
            return null;
        }

        @Override
        public @Nullable SimulatedZone zoneTowards(DomainName name) {
            for (int tld = 0; tld < tlds.size(); tld++) {
                if (name.isAtOrBelow(tlds.get(tld))) {
                    return tldZones.get(tld);
                }
            }
            for (Annex annex : annexes) {
                if (name.isAtOrBelow(annex.tld().apex())) {
                    return annex.tld();
                }
            }
            return null;
        }
    }

    private final class TldContents implements SimulatedZone.Contents {

        private final int tld;

        TldContents(int tld) {
            this.tld = tld;
        }

        /** The names of the root's servers stand in one of the top-level domains. */
        @Override
        public long @Nullable [] placesOf(DomainName name) {
            return tld == 0 && !name.equals(tlds.get(0)) ? root.placesOf(name) : null;
        }

        @Override
        public @Nullable SimulatedZone zoneTowards(DomainName name) {
            int labels = name.labelCount();
            return labels < 2 ? null : register.delegated(name.label(labels - 2), tld);
        }
    }
}
