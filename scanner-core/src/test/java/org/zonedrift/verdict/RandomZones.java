package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SoaRecord;

/** Zones as chance would have them: names, addresses, outcomes and serials drawn from a seed. */
final class RandomZones {

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final long[] SERIALS = {0, 1, 5, 6, 2026112001, 2026112002, 1795168700, 1L << 31, 0xffff_ffffL};
    private static final String[] DOMAINS = {"t.lab", "prova.lab", "provb.lab", "ns.cloudflare.com"};

    private final Random random;

    RandomZones(long seed) {
        this.random = new Random(seed);
    }

    Evidence zone() {
        List<NameServer> servers = new ArrayList<>();
        List<Observation> seen = new ArrayList<>();
        int names = random.nextInt(5);
        for (int i = 0; i < names; i++) {
            DomainName host = DomainName.parse("ns" + i + "." + pick(DOMAINS));
            List<NameServer.Located> addresses = new ArrayList<>();
            int count = random.nextInt(3);
            for (int a = 0; a < count; a++) {
                addresses.add(locate(a == 0 ? "192.0.2." + random.nextInt(6) : "2001:db8::" + random.nextInt(6), seen));
            }
            servers.add(new NameServer(host, NameServer.Listed.BOTH, addresses, trouble(count), Set.of()));
        }
        return Evidence.of(delegation(servers), servers, seen, List.of());
    }

    private NameServer.Trouble trouble(int addresses) {
        return addresses > 0 ? null : NameServer.Trouble.values()[random.nextInt(NameServer.Trouble.values().length)];
    }

    private NameServer.Located locate(String address, List<Observation> seen) {
        boolean known = seen.stream().anyMatch(other -> other.server().equals(Situation.address(address)));
        if (!known) {
            boolean usable = random.nextInt(3) > 0;
            Outcome outcome = usable ? Outcome.OK : OUTCOMES[random.nextInt(OUTCOMES.length)];
            seen.add(Situation.seen(address, outcome, outcome.isUsable() ? soa() : null));
        }
        return new NameServer.Located(Situation.address(address), NameServer.AddressSource.AUTH);
    }

    private SoaRecord soa() {
        String domain = pick(DOMAINS);
        long serial = SERIALS[random.nextInt(random.nextBoolean() ? 2 : SERIALS.length)];
        return Situation.soa("ns" + random.nextInt(2) + "." + domain, "dns." + domain, serial);
    }

    private String pick(String[] words) {
        return words[random.nextInt(random.nextBoolean() ? 1 : words.length)];
    }

    private static Delegation delegation(List<NameServer> servers) {
        Set<DomainName> names = new HashSet<>();
        servers.forEach(server -> names.add(server.host()));
        return new Delegation(
                DomainName.parse("t.lab"),
                Delegation.Standing.DELEGATED,
                Delegation.Source.of(Delegation.Method.ITERATIVE),
                names,
                null,
                List.of(),
                Set.of());
    }

    /** The same zone with everything that has no order in another order. */
    Evidence shuffled(Evidence zone) {
        List<NameServer> servers = new ArrayList<>();
        for (NameServer ns : zone.nameServers()) {
            servers.add(new NameServer(ns.host(), ns.listed(), shuffled(ns.addresses()), ns.trouble(), ns.findings()));
        }
        return new Evidence(
                zone.delegation(),
                shuffled(servers),
                shuffled(zone.observations()),
                shuffled(zone.primaries()),
                zone.rounds(),
                zone.previous(),
                zone.reference(),
                zone.probeSpreadMillis());
    }

    private <T> List<T> shuffled(List<T> items) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }
}
