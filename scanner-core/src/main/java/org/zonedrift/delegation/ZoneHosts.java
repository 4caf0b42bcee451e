package org.zonedrift.delegation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.NameServer.AddressSource;
import org.zonedrift.zone.NameServer.Located;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.ServerAddress;

/**
 * The search for the addresses of one zone's hosts, within the limits that keep a hostile zone
 * from turning us against a victim (NXNSAttack).
 */
final class ZoneHosts {

    /** Names considered of one zone, first in canonical order. */
    static final int HOSTS_MAX = 20;

    /** Look-ups of one zone at a time. */
    private static final int AT_A_TIME = 5;

    /** Until a first name is found, no more than this many are tried. */
    static final int FAILURES_MAX = 5;

    private static final Comparator<NameServer> BY_HOST = Comparator.comparing(NameServer::host);

    private final LaneBook book;
    private final NameServer.Listed side;
    private final Delegation delegation;
    private final Consumer<List<NameServer>> done;
    private final List<NameServer> located = new ArrayList<>();
    private final ArrayDeque<DomainName> toLookUp = new ArrayDeque<>();
    private int underWay;
    private int begun;
    private boolean anyFound;
    private boolean isBeginning;

    ZoneHosts(LaneBook book, NameServer.Listed side, Delegation delegation, Consumer<List<NameServer>> done) {
        this.book = book;
        this.side = side;
        this.delegation = delegation;
        this.done = done;
    }

    void locate(Collection<DomainName> hosts) {
        int allowed = side == NameServer.Listed.CHILD ? HOSTS_MAX - Math.min(HOSTS_MAX, before(hosts)) : HOSTS_MAX;
        for (DomainName host : inOrder(hosts)) {
            if (allowed-- <= 0) {
                put(host, List.of(), Trouble.CAPPED, Set.of("ns-count-capped"));
                continue;
            }
            NameServer glued = isGlueTrusted() ? book.glued(host, side, delegation) : null;
            if (glued == null) {
                toLookUp.add(host);
            } else {
                anyFound = true;
                located.add(glued);
            }
        }
        goOn();
    }

    private boolean isGlueTrusted() {
        return !delegation.glue().isEmpty() && book.gluePolicy() != AddressBook.GluePolicy.VERIFY;
    }

    /** How many servers of the delegation are not among these. */
    private int before(Collection<DomainName> hosts) {
        Set<DomainName> before = new HashSet<>(delegation.nameServers());
        before.removeAll(hosts);
        return before.size();
    }

    private static List<DomainName> inOrder(Collection<DomainName> hosts) {
        List<DomainName> ordered = new ArrayList<>(hosts instanceof Set ? hosts : new HashSet<>(hosts));
        Collections.sort(ordered);
        return ordered;
    }

    private List<ServerAddress> glueOf(DomainName host) {
        return GluedServers.glueOf(host, delegation.glue());
    }

    private static List<Located> located(List<ServerAddress> glue) {
        List<Located> located = new ArrayList<>(glue.size());
        for (ServerAddress address : glue) {
            located.add(new Located(address, AddressSource.GLUE));
        }
        return located;
    }

    private void goOn() {
        if (isBeginning) {
            return; // A known host answers at once, within the loop below.
        }
        isBeginning = true;
        while (!toLookUp.isEmpty() && underWay < AT_A_TIME && (anyFound || begun < FAILURES_MAX)) {
            begin(toLookUp.remove());
        }
        isBeginning = false;
        if (underWay == 0) {
            finish();
        }
    }

    private void begin(DomainName host) {
        begun++;
        if (delegation.glue().isEmpty() && !host.isAtOrBelow(delegation.zone())) {
            NameServer familiar = book.familiar(host, side);
            if (familiar != null) {
                anyFound |= !familiar.addresses().isEmpty();
                located.add(familiar);
                return;
            }
        }
        underWay++;
        book.lookUp(host, whereabouts -> {
            underWay--;
            heard(host, whereabouts);
            goOn();
        });
    }

    private void finish() {
        for (DomainName host : toLookUp) {
            put(host, located(glueOf(host)), Trouble.CAPPED, Set.of("nxns-suspected"));
        }
        toLookUp.clear();
        located.sort(BY_HOST);
        done.accept(List.copyOf(located));
    }

    private void heard(DomainName host, Whereabouts whereabouts) {
        List<ServerAddress> glue = glueOf(host);
        Set<String> findings = new HashSet<>(HostFlag.published(whereabouts.flags()));
        if (isGlueDue(host) && glue.isEmpty()) {
            findings.add("glue-missing");
            findings.remove("cyclic-dependency");
        }
        if (!glue.isEmpty()
                && !whereabouts.addresses().isEmpty()
                && !Set.copyOf(glue).equals(Set.copyOf(whereabouts.addresses()))) {
            findings.add("glue-mismatch");
        }
        List<Located> all = located(glue);
        for (ServerAddress address : whereabouts.addresses()) {
            if (!isAmong(all, address)) {
                all.add(new Located(address, book.source(whereabouts)));
            }
        }
        anyFound |= !all.isEmpty();
        NameServer server = put(host, all, whereabouts.trouble(), findings);
        if (glue.isEmpty() && isSettled(whereabouts) && !host.isAtOrBelow(delegation.zone())) {
            book.acquaint(server, whereabouts.ttlSeconds());
        }
    }

    private static boolean isAmong(List<Located> known, ServerAddress address) {
        for (Located located : known) {
            if (located.address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the next zone that names the host hears the same. */
    private static boolean isSettled(Whereabouts whereabouts) {
        boolean isFound = !whereabouts.addresses().isEmpty();
        return !whereabouts.dependsOnChain() && (isFound || !whereabouts.isFailure());
    }

    /** Only where the parent's word is known can an address be missing from it. */
    private boolean isGlueDue(DomainName host) {
        Set<DomainName> told = delegation.parentNs();
        return told != null && told.contains(host) && host.isAtOrBelow(delegation.zone());
    }

    private NameServer put(DomainName host, List<Located> addresses, @Nullable Trouble trouble, Set<String> findings) {
        NameServer server = new NameServer(host, side, addresses, addresses.isEmpty() ? trouble : null, findings);
        located.add(server);
        return server;
    }
}
