package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** Zones as chance would have them: names, addresses, outcomes and serials drawn from a seed. */
final class RandomZones {

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final long[] SERIALS = {
        0, 1, 5, 6, 2026112001, 2026112002, 1795168700, 1L << 31, 0xffff_ffffL, 2026112099, 2040010101, 1995010101
    };
    private static final String[] DOMAINS = {"t.lab", "prova.lab", "provb.lab", "ns.cloudflare.com"};

    private static final String[] ODD_NAMES = {
        ".",
        "localhost",
        "t.lab",
        "ns9.t.lab",
        "ns0.t.lab",
        "a\\@b.t.lab",
        "dns",
        "a.b",
        "-a.b.c",
        "dns.-b.c",
        "a_b.t.lab",
        "dns.example.com"
    };
    private static final long[] TIMERS = {
        0, 59, 60, 179, 180, 1_199, 1_200, 3_600, 10_800, 14_400, 14_401, 86_400, 86_401, 604_799, 1_209_600, 2_419_201,
        1L << 31
    };

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

    /** A zone of which more is odd than serials and outcomes: names, timers, primaries, what came of re-checks. */
    Evidence oddZone() {
        Evidence zone = zone();
        List<Observation> seen = zone.observations().stream().map(this::odd).toList();
        Delegation told = zone.delegation();
        Evidence odd = Evidence.of(
                random.nextBoolean() ? told : namingOthers(told), zone.nameServers(), seen, primaries(seen));
        return atOddMoments(odd.over(rounds(seen), seen, odd.primaries()));
    }

    private Evidence atOddMoments(Evidence zone) {
        Previous previous = random.nextInt(5) > 0
                ? null
                : new Previous(SerialNumber.of(SERIALS[random.nextInt(SERIALS.length)]), "CONSISTENT", 0, "");
        return new Evidence(
                zone.delegation(),
                zone.nameServers(),
                zone.observations(),
                zone.primaries(),
                zone.rounds(),
                previous,
                null,
                random.nextInt(5) > 0 ? zone.probeSpreadMillis() : 6_000);
    }

    private Observation odd(Observation seen) {
        SoaRecord soa = seen.soa();
        if (soa == null || random.nextInt(3) > 0) {
            return seen;
        }
        SoaRecord other = new SoaRecord(
                random.nextBoolean() ? soa.mname() : DomainName.parse(pick(ODD_NAMES)),
                random.nextBoolean() ? soa.rname() : DomainName.parse(pick(ODD_NAMES)),
                soa.serial(),
                timer(),
                timer(),
                timer(),
                timer(),
                random.nextBoolean() ? soa.ttl() : 1);
        return new Observation(
                seen.server(),
                seen.outcome(),
                seen.rcode(),
                seen.authoritative(),
                random.nextInt(5) == 0,
                other,
                Set.of(DomainName.parse("ns0." + pick(DOMAINS))),
                random.nextBoolean() ? null : new Edns(1232, 0, 0, nsid(), null, random.nextInt(3) - 1, List.of()),
                seen.size(),
                seen.course(),
                seen.flags(),
                seen.error(),
                random.nextInt(5) > 0 ? null : new Observation.Kept("hash " + random.nextInt(2), null));
    }

    private long timer() {
        return TIMERS[random.nextInt(TIMERS.length)];
    }

    private static Delegation namingOthers(Delegation told) {
        Set<DomainName> others = new HashSet<>(told.nameServers());
        others.add(DomainName.parse("ns0.t.lab"));
        return new Delegation(told.zone(), told.standing(), told.source(), others, null, List.of(), Set.of());
    }

    private List<Evidence.Primary> primaries(List<Observation> seen) {
        List<Evidence.Primary> primaries = new ArrayList<>();
        for (Observation at : seen) {
            if (at.soa() != null && random.nextBoolean() && primaries.isEmpty()) {
                Outcome outcome = OUTCOMES[random.nextInt(random.nextBoolean() ? 1 : OUTCOMES.length)];
                Observation own = Situation.seen("198.51.100.1", outcome, outcome.isUsable() ? soa() : null);
                boolean isThere = random.nextInt(3) > 0;
                primaries.add(new Evidence.Primary(
                        at.soa().mname(), isThere ? List.of(own) : List.of(), isThere ? null : trouble(0)));
            }
        }
        return primaries;
    }

    private List<Evidence.Round> rounds(List<Observation> last) {
        if (random.nextInt(3) > 0) {
            return List.of();
        }
        List<Evidence.RoundAnswer> before = new ArrayList<>();
        List<Evidence.RoundAnswer> now = new ArrayList<>();
        for (Observation seen : last) {
            Evidence.RoundAnswer answer = Evidence.RoundAnswer.of(seen);
            SerialNumber serial = answer.serial() == null || random.nextBoolean()
                    ? answer.serial()
                    : SerialNumber.of(answer.serial().value() - 1);
            now.add(new Evidence.RoundAnswer(answer.address(), answer.outcome(), answer.serial(), nsid(), -1));
            before.add(new Evidence.RoundAnswer(answer.address(), answer.outcome(), serial, nsid(), -1));
        }
        return List.of(new Evidence.Round(0, 0, before), new Evidence.Round(15_000, 15, now));
    }

    private byte[] nsid() {
        return random.nextBoolean() ? null : new byte[] {(byte) random.nextInt(2)};
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
        long shown = random.nextInt(5) > 0 ? serial : Situation.NOW_SECONDS;
        return Situation.soa("ns" + random.nextInt(2) + "." + domain, "dns." + domain, shown);
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
