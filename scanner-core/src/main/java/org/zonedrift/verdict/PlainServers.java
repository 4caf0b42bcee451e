package org.zonedrift.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.operator.Runner;
import org.zonedrift.probe.Observation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;

/** The servers of a plain zone: several, each with addresses of its own, all of which were asked. */
final class PlainServers {

    /** As many as a zone has asked of it; more are nothing plain. */
    private static final int ADDRESSES_MAX = Long.SIZE;

    private final Evidence evidence;
    private final DomainName[] hosts;
    private final String[] operators;
    private final ServerRow[] rows;
    private final OnePrefix prefix = new OnePrefix();

    /** The one provider of all of them, or null. */
    private @Nullable Provider provider;

    private long seen;
    private int called;

    private PlainServers(Evidence evidence) {
        this.evidence = evidence;
        this.hosts = new DomainName[evidence.nameServers().size()];
        this.operators = new String[hosts.length];
        this.rows = new ServerRow[evidence.observations().size()];
    }

    /** The servers, or null where something is the matter with them. */
    static @Nullable PlainServers of(Evidence evidence, Operators directory) {
        int addresses = evidence.observations().size();
        if (evidence.nameServers().size() < 2 || addresses < 2 || addresses > ADDRESSES_MAX) {
            return null;
        }
        PlainServers servers = new PlainServers(evidence);
        return servers.areCalled(directory) ? servers : null;
    }

    private boolean areCalled(Operators directory) {
        DomainName zone = evidence.delegation().zone();
        for (int i = 0; i < hosts.length; i++) {
            NameServer ns = evidence.nameServers().get(i);
            if (!isPlain(ns) || i > 0 && ns.host().equals(hosts[i - 1])) {
                return false;
            }
            Runner runner = directory.runnerOf(ns.host(), zone);
            hosts[i] = ns.host();
            operators[i] = runner.id();
            provider = i == 0 || runner.provider() == provider ? runner.provider() : null;
            if (!isCalled(ns, runner)) {
                return false;
            }
        }
        return Long.bitCount(seen) == rows.length;
    }

    private static boolean isPlain(NameServer ns) {
        return ns.trouble() == null
                && ns.findings().isEmpty()
                && !ns.addresses().isEmpty();
    }

    private boolean isCalled(NameServer ns, Runner runner) {
        for (int i = 0; i < ns.addresses().size(); i++) {
            NameServer.Located at = ns.addresses().get(i);
            int place = evidence.placeOf(at.address());
            if (place < 0 || called == rows.length) {
                return false;
            }
            seen |= 1L << place;
            prefix.add(at.address());
            rows[called++] = row(ns, at, evidence.observations().get(place), runner);
        }
        return true;
    }

    private static ServerRow row(NameServer ns, NameServer.Located at, Observation seen, Runner runner) {
        return new ServerRow(
                ns,
                at,
                seen,
                runner.id(),
                Sources.FIRST_ID,
                Position.EQUAL,
                0,
                ServerRow.Repetition.FIRST,
                null,
                null,
                List.of());
    }

    List<ServerRow> rows() {
        return List.of(rows);
    }

    List<DomainName> hosts() {
        return List.of(hosts);
    }

    boolean include(DomainName name) {
        for (DomainName host : hosts) {
            if (host.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an NS set names them all and nobody else; so it does as far as it is known. */
    boolean areNamedBy(@Nullable Set<DomainName> names) {
        return names == null || names.size() == hosts.length && namesAll(names);
    }

    private boolean namesAll(Set<DomainName> names) {
        for (DomainName host : hosts) {
            if (!names.contains(host)) {
                return false;
            }
        }
        return true;
    }

    /** Whether some have names of the zone's own domain. */
    boolean includeOwn() {
        return Arrays.asList(operators).contains(Operators.SELF);
    }

    /** The provider that the table knows for each of them, or null. */
    @Nullable
    Provider provider() {
        return provider;
    }

    boolean lieTogether() {
        return prefix.holdsAll();
    }

    /** The distinct ones, sorted. */
    List<String> operators() {
        for (String operator : operators) {
            if (!operator.equals(operators[0])) {
                return List.copyOf(new TreeSet<>(Arrays.asList(operators)));
            }
        }
        return List.of(operators[0]);
    }
}
