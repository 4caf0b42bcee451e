package org.zonedrift.cli.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.fleet.Resolver;

/** The resolvers that serve everybody, and whose owners forbid load tests. */
final class PublicResolvers {

    /** What a household may ask; more is a load test. */
    static final int RATE_MAX = 100;

    /** Google, Cloudflare, Quad9, OpenDNS, AdGuard, CleanBrowsing, Level3, Verisign, DNS.WATCH, Yandex, DNS4EU. */
    private static final Set<String> ADDRESSES = Set.of(
            "8.8.8.8",
            "8.8.4.4",
            "2001:4860:4860::8888",
            "2001:4860:4860::8844",
            "1.1.1.1",
            "1.0.0.1",
            "1.1.1.2",
            "1.0.0.2",
            "1.1.1.3",
            "1.0.0.3",
            "2606:4700:4700::1111",
            "2606:4700:4700::1001",
            "9.9.9.9",
            "149.112.112.112",
            "9.9.9.10",
            "9.9.9.11",
            "2620:fe::fe",
            "2620:fe::9",
            "208.67.222.222",
            "208.67.220.220",
            "2620:119:35::35",
            "2620:119:53::53",
            "94.140.14.14",
            "94.140.15.15",
            "2a10:50c0::ad1:ff",
            "185.228.168.9",
            "185.228.169.9",
            "4.2.2.1",
            "4.2.2.2",
            "64.6.64.6",
            "64.6.65.6",
            "84.200.69.80",
            "84.200.70.40",
            "77.88.8.8",
            "77.88.8.1",
            "86.54.11.1",
            "86.54.11.100");

    private PublicResolvers() {}

    /**
     * Lets only those rates pass that such a resolver may be asked at.
     *
     * @throws Refusal if the fleet holds one of them and the rate is that of a load test
     */
    static void protect(List<Resolver> fleet, int highestRate) {
        if (highestRate <= RATE_MAX) {
            return;
        }
        String found = fleet.stream()
                .map(resolver -> resolver.address().host())
                .filter(ADDRESSES::contains)
                .collect(Collectors.joining(", "));
        if (!found.isEmpty()) {
            throw Refusal.wrongUsage(found + " serves the public, and its owner forbids load tests: at most --rate "
                    + RATE_MAX + ", or --i-have-permission if you have it");
        }
    }
}
