package org.zonedrift.sim.world;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.sim.world.Dice.Draw;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Listed;

/**
 * The providers' own domains and the server names in them.
 *
 * <p>Every provider has domains under every top-level domain: {@code provider17.lab}, whose servers
 * have glue; {@code provider17-b.lab}, whose servers bear names in {@code provider17} under the next
 * top-level domain; {@code provider17-c.lab}, whose servers bear names in {@code provider17-b}.
 */
final class ServerNames {

    private static final String PROVIDER = "provider";
    private static final String LIVE = "ns";
    private static final String DARK = "gone";
    private static final int OWN_SERVERS = 2;

    /** How many domains lie behind each other at most. */
    static final int DEEPEST = 3;

    /** More names than any provider's pool has. */
    private static final int NAMES_MAX = 1 << 12;

    private final Dice dice;
    private final Providers providers;
    private final AddressPlan plan;
    private final List<DomainName> tlds;
    private final Shares addressCounts;
    private final double ipv6Share;
    private final OperatorCopies copies;
    private final Loops loops;

    ServerNames(Parameters parameters, Dice dice, Providers providers, List<DomainName> tlds, Families families) {
        this.dice = dice;
        this.providers = providers;
        this.plan = new AddressPlan(providers);
        this.tlds = tlds;
        this.addressCounts = parameters.shares("ns.addresses");
        this.ipv6Share = families == Families.DUAL ? parameters.number("ns.ipv6") : 0;
        this.copies = new OperatorCopies(parameters.referenceInstant());
        this.loops = new Loops(tlds, copies);
    }

    int tldCount() {
        return tlds.size();
    }

    /** The first labels of all providers' domains. */
    List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int rank = 1; rank <= providers.count(); rank++) {
            labels.addAll(List.of(PROVIDER + rank, PROVIDER + rank + "-b", PROVIDER + rank + "-c"));
        }
        return labels;
    }

    AddressPlan plan() {
        return plan;
    }

    Loops loops() {
        return loops;
    }

    /** A provider's domain: so many steps away from glue, under this top-level domain. */
    DomainName domain(int rank, int depth, int tld) {
        String suffix = depth == 0 ? "" : depth == 1 ? "-b" : "-c";
        return tlds.get(tld).child(PROVIDER + rank + suffix);
    }

    /** A server name in a provider's domain. */
    DomainName live(DomainName domain, int index) {
        return domain.child(LIVE + (index + 1));
    }

    /** A name in a provider's domain whose servers never answer. */
    DomainName dark(DomainName domain, int index) {
        return domain.child(DARK + (index + 1));
    }

    /** The addresses of one of a provider's server names. */
    long[] livePlaces(int rank, int index) {
        long key = (long) rank * NAMES_MAX + index;
        int count = Math.min(addressCounts.indexAt(dice.share(key, Draw.ADDRESSES)) + 1, providers.live(rank));
        long[] ipv4 = new long[Math.max(count, 1)];
        int apart = providers.live(rank) / ipv4.length;
        for (int i = 0; i < ipv4.length; i++) {
            ipv4[i] = plan.live(rank, index + i * apart);
        }
        return dice.share(key, Draw.IPV6) < ipv6Share ? withTwins(ipv4) : ipv4;
    }

    /** The addresses of one of a provider's dead server names. */
    long[] darkPlaces(int rank, int index) {
        return new long[] {plan.dark(rank, index)};
    }

    private static long[] withTwins(long[] ipv4) {
        long[] both = new long[2 * ipv4.length];
        for (int i = 0; i < ipv4.length; i++) {
            both[i] = ipv4[i];
            both[ipv4.length + i] = Place.twin(ipv4[i]);
        }
        return both;
    }

    /** The provider's domain with this first label, or null when there is none. */
    @Nullable
    SimulatedZone zone(byte[] label, int tld) {
        String text = new String(label, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(PROVIDER)) {
            return null;
        }
        int depth = text.endsWith("-b") ? 1 : text.endsWith("-c") ? 2 : 0;
        String digits = text.substring(PROVIDER.length(), text.length() - (depth == 0 ? 0 : 2));
        int rank = number(digits);
        return rank < 1 || rank > providers.count() ? null : zone(rank, depth, tld);
    }

    private SimulatedZone zone(int rank, int depth, int tld) {
        DomainName apex = domain(rank, depth, tld);
        DomainName home = depth == 0 ? apex : domain(rank, depth - 1, (tld + 1) % tlds.size());
        List<DomainName> hosts = new ArrayList<>();
        for (int index = 0; index < OWN_SERVERS; index++) {
            hosts.add(live(home, index));
        }
        Copy copy = copies.of(apex, hosts);
        List<Seat> seats = new ArrayList<>();
        for (int index = 0; index < OWN_SERVERS; index++) {
            long[] places = livePlaces(rank, index);
            seats.add(new Seat(hosts.get(index), Listed.BOTH, places, Conduct.HONEST, copy));
        }
        return SimulatedZone.sound(apex, seats, new Inside(rank, depth, apex));
    }

    /** The server names in one of a provider's domains. */
    private final class Inside implements SimulatedZone.Contents {

        /** Servers of one zone at most, and so the names of even the smallest provider. */
        private static final int LONGEST_SLICE = 16;

        private final int rank;
        private final int depth;
        private final DomainName apex;

        Inside(int rank, int depth, DomainName apex) {
            this.rank = rank;
            this.depth = depth;
            this.apex = apex;
        }

        @Override
        public long @Nullable [] placesOf(DomainName name) {
            if (name.labelCount() != apex.labelCount() + 1) {
                return null;
            }
            String label = new String(name.label(0), StandardCharsets.ISO_8859_1);
            int live = label.startsWith(LIVE) ? number(label.substring(LIVE.length())) : -1;
            if (live > 0) {
                return livePlaces(rank, live - 1);
            }
            int dark = label.startsWith(DARK) ? number(label.substring(DARK.length())) : -1;
            return dark > 0 ? darkPlaces(rank, dark - 1) : null;
        }

        @Override
        public List<DomainName> glue() {
            List<DomainName> hosts = new ArrayList<>();
            for (int index = 0; depth == 0 && index < LONGEST_SLICE; index++) {
                hosts.add(dark(apex, index));
            }
            for (int index = 0; depth == 0 && index < Math.max(LONGEST_SLICE, providers.pool(rank)); index++) {
                hosts.add(live(apex, index));
            }
            hosts.sort(null);
            return hosts;
        }
    }

    /** What the digits say, or -1 when they are none or too many for a name of ours. */
    private static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 6 || digits.charAt(0) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
