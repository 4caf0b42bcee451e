package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Runner;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

/**
 * The servers of a zone, each with addresses, and who runs them: what is known before any of them is asked, and
 * mostly the same for many zones. Sets of addresses are bits, by their places among the distinct ones.
 */
final class Crew {

    /** As many as a zone has asked of it; more are nothing plain. */
    private static final int ADDRESSES_MAX = Long.SIZE;

    private static final long EVERY = -1;

    /** One address under one name, and its place among the distinct ones. */
    record Post(NameServer ns, NameServer.Located at, int place, ServerRow.Repetition repetition) {}

    /** The addresses of one name, by family. */
    record Member(DomainName host, long ipv4, long ipv6) {

        long addresses() {
            return ipv4 | ipv6;
        }
    }

    final List<DomainName> hosts;
    final List<Member> members;

    /** By name, family and address. */
    final List<Post> posts;

    /** The distinct operators, sorted. */
    final List<String> operators;

    final boolean lieTogether;
    final boolean includeOwn;

    /** By the places of the addresses. */
    private final List<Runner> runners;

    private final List<ServerAddress> addresses;

    /** The places in the order of the addresses. */
    private final int[] places;

    private Crew(Calling called) {
        this.hosts = List.of(called.hosts);
        this.members = List.of(called.members);
        this.posts = called.posts;
        this.addresses = called.addresses;
        this.runners = called.runners;
        this.operators = operatorsAt(EVERY);
        this.lieTogether = called.prefix.holdsAll();
        this.includeOwn = operators.contains(Operators.SELF);
        this.places = inOrder(addresses);
    }

    /** The places of these, which are few, in the order of the addresses. */
    private static int[] inOrder(List<ServerAddress> addresses) {
        int[] places = new int[addresses.size()];
        for (int place = 0; place < places.length; place++) {
            int at = place;
            while (at > 0 && addresses.get(places[at - 1]).compareTo(addresses.get(place)) > 0) {
                places[at] = places[--at];
            }
            places[at] = place;
        }
        return places;
    }

    /** The servers of this zone, or null where something is the matter with them. */
    static @Nullable Crew of(List<NameServer> servers, DomainName zone, Operators directory) {
        Calling calling = new Calling(servers.size());
        for (int i = 0; i < servers.size(); i++) {
            NameServer ns = servers.get(i);
            boolean isKnown = i > 0 && ns.host().equals(servers.get(i - 1).host());
            if (isKnown || !isPlain(ns) || !calling.call(i, ns, directory.runnerOf(ns.host(), zone))) {
                return null;
            }
        }
        return calling.addresses.isEmpty() ? null : new Crew(calling);
    }

    private static boolean isPlain(NameServer ns) {
        return ns.trouble() == null
                && ns.findings().isEmpty()
                && !ns.addresses().isEmpty();
    }

    /** The servers as they are called, one by one. */
    private static final class Calling {

        private final DomainName[] hosts;
        private final Member[] members;
        private final List<Post> posts = new ArrayList<>();
        private final List<ServerAddress> addresses = new ArrayList<>();
        private final List<Runner> runners = new ArrayList<>();
        private final OnePrefix prefix = new OnePrefix();

        Calling(int servers) {
            this.hosts = new DomainName[servers];
            this.members = new Member[servers];
        }

        /** Whether one more is plain, which is run by this one. */
        boolean call(int index, NameServer ns, Runner runner) {
            long ipv4 = 0;
            long ipv6 = 0;
            for (NameServer.Located at : ns.addresses()) {
                int place = addresses.indexOf(at.address());
                if (place < 0) {
                    place = add(at.address(), runner);
                    posts.add(new Post(ns, at, place, ServerRow.Repetition.FIRST));
                } else {
                    posts.add(new Post(ns, at, place, ServerRow.Repetition.SHARED));
                }
                if (addresses.size() > ADDRESSES_MAX || isBetterKnown(runner, runners.get(place))) {
                    return false;
                }
                boolean isIpv4 = at.address().family() == AddressFamily.IPV4;
                ipv4 |= isIpv4 ? 1L << place : 0;
                ipv6 |= isIpv4 ? 0 : 1L << place;
            }
            hosts[index] = ns.host();
            members[index] = new Member(ns.host(), ipv4, ipv6);
            return true;
        }

        private int add(ServerAddress address, Runner runner) {
            addresses.add(address);
            runners.add(runner);
            prefix.add(address);
            return addresses.size() - 1;
        }

        /** A shared address would belong to this one: that is for others to tell. */
        private static boolean isBetterKnown(Runner runner, Runner first) {
            return runner.provider() != null && first.provider() == null;
        }
    }

    /** How many distinct addresses there are. */
    int addresses() {
        return addresses.size();
    }

    boolean shareAddresses() {
        return posts.size() > addresses.size();
    }

    /** The place of this address, which is the one at this index in the order of the addresses; -1 where it is not. */
    int placeOf(ServerAddress address, int index) {
        int place = places[index];
        return addresses.get(place).equals(address) ? place : -1;
    }

    /** Who runs the server at the address of this place. */
    Runner runnerAt(int place) {
        return runners.get(place);
    }

    /** Whether an NS set names them all and nobody else; so it does as far as it is known. */
    boolean isNamedBy(@Nullable Set<DomainName> names) {
        return names == null || names.size() == hosts.size() && namesAll(names);
    }

    private boolean namesAll(Set<DomainName> names) {
        for (int i = 0; i < hosts.size(); i++) {
            if (!names.contains(hosts.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isAmong(long some, int place) {
        return (some & 1L << place) != 0;
    }

    /** The distinct operators of some of the addresses, sorted. */
    List<String> operatorsAt(long some) {
        String first = runners.get(Long.numberOfTrailingZeros(some)).id();
        boolean areAlike = true;
        for (int place = 0; place < runners.size(); place++) {
            areAlike &= !isAmong(some, place) || runners.get(place).id().equals(first);
        }
        if (areAlike) {
            return List.of(first);
        }
        TreeSet<String> several = new TreeSet<>();
        for (int place = 0; place < runners.size(); place++) {
            if (isAmong(some, place)) {
                several.add(runners.get(place).id());
            }
        }
        return List.copyOf(several);
    }
}
