package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Course;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** Zones that are nearly alike: those of one family have their servers in common, and a few traits each. */
final class TwinZones {

    private static final int FAMILIES = 60;

    private static final String[] NAMES = {"u.lab", "v.lab", "w.v.lab", "t.lab", "lab", "prova.lab", "example.org"};
    private static final String[] DOMAINS = {
        "prova.lab",
        "prova.lab",
        "provb.lab",
        "u.lab",
        "ns.cloudflare.com",
        "awsdns-1.com",
        "domaincontrol.com",
        "localhost"
    };
    private static final SoaRecord SOME_SOA = Situation.soa("ns0.prova.lab", "dns.u.lab", 42);
    private static final String[] MAILBOXES = {
        "dns.u.lab", "dns.v.lab", "dns.cloudflare.com", "a\\@b.u.lab", "dns.example.com", "awsdns-hostmaster.amazon.com"
    };
    private static final long[] SERIALS = {
        2026112001,
        2026112002,
        Situation.NOW_SECONDS,
        42,
        43,
        1795168700,
        3_999_999_999L,
        0,
        1,
        2026112099,
        2040010101,
        1995010101
    };
    private static final Outcome[] OUTCOMES = Stream.concat(
                    Stream.of(Outcome.TIMEOUT, Outcome.REFUSED, Outcome.NO_SOA), Stream.of(Outcome.values()))
            .toArray(Outcome[]::new);
    private static final int FREQUENT = 3;
    private static final long[] EXPIRE = {1_209_600, 1_209_600, 604_800, 3_600, 4_000_000};

    private final Random random;
    private final List<Evidence> families = new ArrayList<>();

    TwinZones(long seed) {
        this.random = new Random(seed);
        RandomZones zones = new RandomZones(seed);
        for (int i = 0; i < FAMILIES; i++) {
            families.add(i % 4 > 0 ? healthy() : zones.oddZone());
        }
    }

    /** All servers answer; whether it is plain depends on what, and on who they are. */
    private Evidence healthy() {
        Situation family = Situation.of("u.lab");
        String[] domains = {pick(DOMAINS), pick(DOMAINS)};
        int servers = 1 + random.nextInt(4);
        for (int i = 0; i < servers; i++) {
            String host = "ns" + i + "." + domains[i % domains.length];
            family.says(host, "192.0." + random.nextInt(2) + "." + (random.nextInt(6) > 0 ? i : 0), SOME_SOA);
            if (random.nextInt(3) == 0) {
                family.says(host, "2001:db8:" + random.nextInt(2) + "::" + i, SOME_SOA);
            }
        }
        return family.evidence();
    }

    Evidence next() {
        Evidence family = families.get(random.nextInt(FAMILIES));
        boolean isStrange = random.nextInt(4) == 0;
        boolean isTroubled = random.nextInt(3) == 0;
        Delegation delegation = named(pick(NAMES), family.delegation());
        List<Observation> seen = new ArrayList<>();
        SoaRecord soa = isTroubled ? ordinarySoa(family) : soa(family);
        for (Observation old : family.observations()) {
            SoaRecord own = isStrange && random.nextInt(4) == 0 ? soa(family) : soa;
            Observation twin = twin(old, own, apexNs(old, delegation));
            seen.add(isTroubled && random.nextBoolean() ? failing(twin) : twin);
        }
        if (isStrange && random.nextInt(4) == 0) {
            seen.add(Situation.seen("203.0.113.9", Outcome.OK, soa));
        }
        List<NameServer> servers = family.nameServers();
        return new Evidence(
                delegation,
                isStrange ? servers.stream().map(this::noted).toList() : servers,
                seen,
                isStrange ? family.primaries() : List.of(),
                isStrange && random.nextInt(4) == 0 ? rounds(seen) : List.of(),
                isStrange && random.nextInt(4) == 0 ? new Previous(soa(family).serial(), "CONSISTENT", 0, "") : null,
                isStrange && random.nextInt(4) == 0 && !seen.isEmpty()
                        ? seen.get(0).server()
                        : null,
                Evidence.spreadMillis(seen));
    }

    private NameServer noted(NameServer ns) {
        Set<String> findings = random.nextInt(8) == 0 ? Set.of("glue-mismatch") : ns.findings();
        return new NameServer(ns.host(), ns.listed(), ns.addresses(), ns.trouble(), findings);
    }

    private static List<Evidence.Round> rounds(List<Observation> seen) {
        List<Evidence.RoundAnswer> answers =
                seen.stream().map(Evidence.RoundAnswer::of).toList();
        return List.of(new Evidence.Round(0, 0, answers), new Evidence.Round(15_000, 15, answers));
    }

    private Delegation named(String name, Delegation old) {
        @Nullable Set<DomainName> parent = random.nextInt(4) == 0 ? null : old.parentNs();
        Set<String> findings = random.nextInt(16) == 0 ? Set.of("parent-serves-child") : old.findings();
        return new Delegation(
                DomainName.parse(name), old.standing(), old.source(), parent, old.childNs(), old.glue(), findings);
    }

    private SoaRecord soa(Evidence family) {
        List<NameServer> servers = family.nameServers();
        DomainName mname = servers.isEmpty() || random.nextInt(8) == 0
                ? DomainName.parse(pick(NAMES))
                : servers.get(random.nextInt(servers.size())).host();
        SerialNumber serial = SerialNumber.of(SERIALS[random.nextInt(SERIALS.length)]);
        DomainName rname = DomainName.parse(random.nextBoolean() ? MAILBOXES[0] : pick(MAILBOXES));
        long expire = EXPIRE[random.nextInt(EXPIRE.length)];
        return new SoaRecord(mname, rname, serial, 7_200, 3_600, expire, 3_600, random.nextInt(3));
    }

    /** Of which there is nothing to say, so that zones differ by what else is the matter with them. */
    private SoaRecord ordinarySoa(Evidence family) {
        List<NameServer> servers = family.nameServers();
        DomainName mname = servers.isEmpty() ? SOME_SOA.mname() : servers.get(0).host();
        long expire = EXPIRE[random.nextInt(2) * 3];
        return new SoaRecord(mname, SOME_SOA.rname(), SOME_SOA.serial(), 7_200, 3_600, expire, 3_600, 0);
    }

    private @Nullable Set<DomainName> apexNs(Observation old, Delegation delegation) {
        return switch (random.nextInt(8)) {
            case 0 -> old.apexNs();
            case 1 -> delegation.parentNs();
            case 2 -> random.nextInt(4) > 0 ? null : Set.of(DomainName.parse("ns0.prova.lab"));
            default -> null;
        };
    }

    private static Edns nsid() {
        return new Edns(1232, 0, 0, new byte[] {1}, null, -1, List.of());
    }

    private Observation twin(Observation old, SoaRecord soa, @Nullable Set<DomainName> apexNs) {
        Course then = old.course();
        long at = then.answeredAt() < 0 ? -1 : then.answeredAt() + random.nextInt(4) * 2_000_000_000L;
        Course course =
                new Course(then.udp(), then.tcp(), then.retries(), 0, at, at, then.rttNanos(), 40, 100, Set.of());
        Set<String> flags = random.nextInt(24) == 0 ? Set.of("edns-unsupported") : old.flags();
        return new Observation(
                old.server(),
                old.outcome(),
                old.rcode(),
                old.authoritative(),
                random.nextInt(16) == 0,
                old.soa() == null ? null : soa,
                apexNs,
                random.nextInt(8) == 0 ? nsid() : old.edns(),
                old.size(),
                course,
                flags,
                old.error(),
                random.nextInt(12) > 0 ? old.kept() : new Observation.Kept("hash " + random.nextInt(2), null));
    }

    /** The same server, which says something else or nothing; some show what they do not stand for. */
    private Observation failing(Observation twin) {
        Outcome outcome = OUTCOMES[random.nextInt(random.nextInt(4) > 0 ? FREQUENT : OUTCOMES.length)];
        boolean shows = outcome.meaning() == Outcome.Class.LAME && random.nextInt(3) == 0;
        return new Observation(
                twin.server(),
                outcome,
                twin.rcode(),
                outcome.isUsable(),
                twin.recursionAvailable(),
                shows || outcome.isUsable() ? twin.soa() : null,
                random.nextInt(8) == 0 ? twin.apexNs() : null,
                twin.edns(),
                twin.size(),
                twin.course(),
                twin.flags(),
                null,
                twin.kept());
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
