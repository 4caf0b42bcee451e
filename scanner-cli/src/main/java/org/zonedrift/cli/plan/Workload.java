package org.zonedrift.cli.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.ServerAddress;

/** What a scan asks of whom, zone by zone: each address of each server of a zone for its SOA record. */
public final class Workload {

    private final Usage usage;
    private final Map<ServerAddress, Long> byAddress = new HashMap<>();
    private final Map<DomainName, Long> byHost = new HashMap<>();
    private long zones;
    private long questions;

    /**
     * What is not in the delegations.
     *
     * @param addressesEach of a server whose addresses nobody knows yet; each in a prefix of its own
     * @param nsQuestions of how many servers of a zone its NS set is asked
     */
    public record Usage(int addressesEach, int nsQuestions) {

        /** IPv4 and IPv6, and one server asked for the NS set, as scans do unless told otherwise. */
        public static final Usage DEFAULT = new Usage(2, 1);
    }

    /** One server of a zone; without addresses where they are not known yet. */
    public record Server(DomainName host, List<ServerAddress> addresses) {

        public Server {
            addresses = List.copyOf(addresses);
        }
    }

    public Workload(Usage usage) {
        this.usage = usage;
    }

    /** One more zone with these servers. */
    public void add(List<Server> servers) {
        zones++;
        Set<ServerAddress> addresses = new TreeSet<>();
        Set<DomainName> hosts = new LinkedHashSet<>();
        for (Server server : servers) {
            addresses.addAll(server.addresses());
            if (server.addresses().isEmpty()) {
                hosts.add(server.host());
            }
        }
        addresses.forEach(address -> ask(byAddress, address, 1));
        hosts.forEach(host -> ask(byHost, host, usage.addressesEach));
        addresses.stream().limit(usage.nsQuestions).forEach(address -> ask(byAddress, address, 1));
        // Where no address is known, the lowest may be that of any server: this spreads the question evenly.
        if (addresses.isEmpty()) {
            questions += hosts.isEmpty() ? 0 : usage.nsQuestions;
        }
    }

    private <K> void ask(Map<K, Long> asked, K whom, int times) {
        asked.merge(whom, 1L, Long::sum);
        questions += times;
    }

    public long zones() {
        return zones;
    }

    /** All questions to servers of zones. */
    public long questions() {
        return questions;
    }

    /** Distinct addresses, known or not. */
    long addresses() {
        return byAddress.size() + (long) byHost.size() * usage.addressesEach;
    }

    /** Questions to each address; a host whose addresses are not known stands for one of them. */
    List<Share> perAddress() {
        List<Share> shares = new ArrayList<>(byAddress.size() + byHost.size());
        byAddress.forEach((address, count) -> shares.add(new Share(address.host(), count)));
        byHost.forEach((host, count) -> shares.add(new Share(host.toString(), count)));
        return shares;
    }

    /** Questions to each prefix of known addresses. */
    List<Share> perPrefix() {
        Map<LimitGroup, Long> byPrefix = new HashMap<>();
        byAddress.forEach((address, count) -> byPrefix.merge(address.limitGroup(), count, Long::sum));
        List<Share> shares = new ArrayList<>(byPrefix.size());
        byPrefix.forEach((prefix, count) -> shares.add(new Share(prefix.key(), count)));
        return shares;
    }

    /** The questions to one destination. */
    record Share(String destination, long questions) {}
}
