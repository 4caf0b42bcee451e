package org.zonedrift.delegation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final int FAILURES_MAX = 5;

    private final LaneBook book;
    private final NameServer.Listed side;
    private final Delegation delegation;
    private final Consumer<List<NameServer>> done;
    private final TreeMap<DomainName, NameServer> located = new TreeMap<>();
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
        Set<DomainName> before = new HashSet<>(delegation.nameServers());
        before.removeAll(hosts);
        int allowed = side == NameServer.Listed.CHILD ? HOSTS_MAX - Math.min(HOSTS_MAX, before.size()) : HOSTS_MAX;
        for (DomainName host : new TreeSet<>(hosts)) {
            if (allowed-- <= 0) {
                put(host, List.of(), Trouble.CAPPED, Set.of("ns-count-capped"));
            } else if (glueOf(host).isEmpty() || book.gluePolicy() == AddressBook.GluePolicy.VERIFY) {
                toLookUp.add(host);
            } else {
                anyFound = true;
                put(host, glueOf(host), null, Set.of());
            }
        }
        goOn();
    }

    private List<Located> glueOf(DomainName host) {
        List<Located> glue = new ArrayList<>();
        for (Delegation.Glue entry : delegation.glue()) {
            if (entry.host().equals(host) && glue.size() < Whereabouts.ADDRESSES_MAX) {
                glue.add(new Located(entry.address(), AddressSource.GLUE));
            }
        }
        return glue;
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
        underWay++;
        begun++;
        book.lookUp(host, whereabouts -> {
            underWay--;
            heard(host, whereabouts);
            goOn();
        });
    }

    private void finish() {
        for (DomainName host : toLookUp) {
            put(host, glueOf(host), Trouble.CAPPED, Set.of("nxns-suspected"));
        }
        toLookUp.clear();
        done.accept(List.copyOf(located.values()));
    }

    private void heard(DomainName host, Whereabouts whereabouts) {
        List<Located> glue = glueOf(host);
        Set<String> findings = new HashSet<>(HostFlag.published(whereabouts.flags()));
        if (isGlueDue(host) && glue.isEmpty()) {
            findings.add("glue-missing");
            findings.remove("cyclic-dependency");
        }
        List<Located> all = new ArrayList<>(glue);
        Set<ServerAddress> told = new HashSet<>();
        glue.forEach(entry -> told.add(entry.address()));
        if (!glue.isEmpty()
                && !whereabouts.addresses().isEmpty()
                && !told.equals(Set.copyOf(whereabouts.addresses()))) {
            findings.add("glue-mismatch");
        }
        for (ServerAddress address : whereabouts.addresses()) {
            if (told.add(address)) {
                all.add(new Located(address, book.source(whereabouts)));
            }
        }
        anyFound |= !all.isEmpty();
        put(host, all, whereabouts.trouble(), findings);
    }

    /** Only where the parent's word is known can an address be missing from it. */
    private boolean isGlueDue(DomainName host) {
        Set<DomainName> told = delegation.parentNs();
        return told != null && told.contains(host) && host.isAtOrBelow(delegation.zone());
    }

    private void put(DomainName host, List<Located> addresses, @Nullable Trouble trouble, Set<String> findings) {
        located.put(host, new NameServer(host, side, addresses, addresses.isEmpty() ? trouble : null, findings));
    }
}
