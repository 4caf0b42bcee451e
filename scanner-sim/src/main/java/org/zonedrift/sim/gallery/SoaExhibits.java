package org.zonedrift.sim.gallery;

import java.util.function.UnaryOperator;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** Zones whose SOA records are odd, though all servers agree on them. */
final class SoaExhibits {

    private SoaExhibits() {}

    static void hang(Hall hall) {
        hall.stage("other-timers")
                .wrong("the serials are equal, and ns2 has another REFRESH: data changed without serial")
                .server()
                .soa(s -> Soas.withRefreshAndRetry(s, 14_400, 3_600))
                .server()
                .must("same-serial-different-soa", "soa-timers-differ")
                .end();
        hall.stage("rname-differs")
                .wrong("the serials are equal, and ns2 has another mailbox")
                .server()
                .soa(s -> Soas.withRname(s, "root.rname-differs.exhibit"))
                .server()
                .must("rname-differs", "same-serial-different-soa")
                .end();
        hall.stage("ttl-differs")
                .wrong("the SOA record of ns2 lives longer in caches")
                .server()
                .soa(s -> Soas.withTtl(s, 86_400))
                .server()
                .must("soa-ttl-differs")
                .end();
        odd(
                hall,
                "rname-syntax",
                "the mailbox lies in a domain that no host can have",
                s -> Soas.withRname(s, "hostmaster.-bad-.rname-syntax.exhibit"),
                "rname-syntax");
        odd(hall, "mname-root", "the primary is the root", s -> Soas.withMname(s, DomainName.ROOT), "mname-root");
        odd(
                hall,
                "mname-localhost",
                "the primary is localhost",
                s -> Soas.withMname(s, DomainName.parse("localhost")),
                "mname-localhost");
        odd(
                hall,
                "mname-apex",
                "the primary is the zone itself",
                s -> Soas.withMname(s, Hall.EXHIBIT.child("mname-apex")),
                "mname-is-zone-apex");
        odd(
                hall,
                "mname-nowhere",
                "the primary's name does not exist",
                s -> Soas.withMname(s, Hall.EXHIBIT.child("nobody").child("ns")),
                "mname-unresolvable");
        odd(hall, "rname-root", "the mailbox is the root", s -> Soas.withRname(s, "."), "rname-root");
        odd(
                hall,
                "rname-at-sign",
                "the mailbox has an @ in it",
                s -> Soas.withRname(s, "a\\@b.exhibit.backstage"),
                "rname-at-sign");
        odd(
                hall,
                "rname-no-domain",
                "the mailbox has no domain to speak of",
                s -> Soas.withRname(s, "root.exhibit"),
                "rname-no-domain");
        odd(
                hall,
                "rname-placeholder",
                "the mailbox is one of the examples",
                s -> Soas.withRname(s, "hostmaster.example.com"),
                "rname-placeholder");
        odd(
                hall,
                "odd-octets",
                "the mailbox has octets that no terminal should see",
                s -> Soas.withRname(s, "\\000\\027[31m\\\"\\195\\188.odd-octets.exhibit"));
        timers(hall);
    }

    private static void timers(Hall hall) {
        odd(
                hall,
                "refresh-low",
                "secondaries ask every twenty minutes",
                s -> Soas.withRefreshAndRetry(s, 1_199, 900),
                "refresh-low");
        odd(
                hall,
                "refresh-high",
                "secondaries ask once in two days",
                s -> Soas.withRefreshAndRetry(s, 172_800, 3_600),
                "refresh-high");
        odd(
                hall,
                "retry-equals-refresh",
                "a retry takes as long as a refresh",
                s -> Soas.withRefreshAndRetry(s, 7_200, 7_200),
                "retry-not-less-than-refresh");
        odd(hall, "retry-low", "a retry every two minutes", s -> Soas.withRefreshAndRetry(s, 7_200, 120), "retry-low");
        odd(
                hall,
                "retry-high",
                "a retry after more than four hours",
                s -> Soas.withRefreshAndRetry(s, 43_200, 14_401),
                "retry-high");
        odd(
                hall,
                "expire-short",
                "secondaries give up within two weeks",
                s -> Soas.withExpire(s, 1_209_599),
                "expire-below-rfc1912");
        odd(
                hall,
                "expire-high",
                "secondaries hold out for more than four weeks",
                s -> Soas.withExpire(s, 2_419_201),
                "expire-high");
        odd(
                hall,
                "minimum-long",
                "denials live longer than three hours",
                s -> Soas.withMinimum(s, 10_801),
                "minimum-above-3h");
        odd(hall, "expire-low", "secondaries give up within a week", s -> Soas.withExpire(s, 604_799), "expire-low");
        odd(
                hall,
                "expire-at-once",
                "secondaries give up before they retry",
                s -> Soas.withExpire(s, 10_000),
                "expire-not-above-refresh-plus-retry");
        odd(hall, "minimum-low", "denials live less than a minute", s -> Soas.withMinimum(s, 59), "minimum-low");
        odd(hall, "minimum-high", "denials live longer than a day", s -> Soas.withMinimum(s, 86_401), "minimum-high");
        odd(hall, "timer-zero", "a timer is zero", s -> Soas.withMinimum(s, 0), "timer-zero");
        odd(
                hall,
                "timer-signed",
                "a timer has its top bit set",
                s -> Soas.withExpire(s, 4_294_967_295L),
                "timer-msb-set");
    }

    private static void odd(Hall hall, String label, String wrong, UnaryOperator<SoaRecord> change, String... flags) {
        hall.stage(label).wrong(wrong).soa(change).servers(2).must(flags).end();
    }
}
