package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.zonedrift.exchange.VirtualLane;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.ServerAddress;

/** A root, a TLD {@code lab.}, and one lane that searches below them. */
final class SmallLab {

    static final String ROOT_SERVER = "198.41.0.4";
    static final String LAB_SERVER = "192.5.6.30";
    static final String LAB_SERVER_2 = "192.5.6.31";

    final VirtualLane lane = new VirtualLane();
    final TinyInternet internet = new TinyInternet(lane);
    final AddressBook shared;
    final LaneBook book;
    final Delegations delegations;

    SmallLab(AddressBook.GluePolicy gluePolicy, String... labLines) {
        internet.zone(
                ".",
                ROOT_SERVER,
                ". NS a.root",
                "a.root A " + ROOT_SERVER,
                "lab NS ns1.nic.lab",
                "lab NS ns2.nic.lab",
                "ns1.nic.lab A " + LAB_SERVER,
                "ns2.nic.lab A " + LAB_SERVER_2);
        List<String> lines = new ArrayList<>(List.of(labLines));
        lines.addAll(List.of("ns1.nic.lab A " + LAB_SERVER, "ns2.nic.lab A " + LAB_SERVER_2));
        internet.zone("lab", LAB_SERVER + " " + LAB_SERVER_2, lines.toArray(String[]::new));
        DomainName host = DomainName.parse("a.root");
        RootHints hints = new RootHints(List.of(host), List.of(new Glue(host, address(ROOT_SERVER))));
        Reach reach =
                new Reach(TinyInternet.port(), EnumSet.allOf(AddressFamily.class), named -> true, address -> true);
        shared = new AddressBook(hints, reach, gluePolicy);
        book = shared.on(lane, internet);
        delegations = new IterativeDelegations(book);
    }

    SmallLab(String... labLines) {
        this(AddressBook.GluePolicy.TRUST, labLines);
    }

    static ServerAddress address(String text) {
        return ServerAddress.of(AddressText.parse(text).orElseThrow(), TinyInternet.port());
    }

    Delegation find(String zone) {
        AtomicReference<Delegation> found = new AtomicReference<>();
        delegations.find(DomainName.parse(zone), internet).subscribe(found::set);
        lane.runOut();
        return found.get();
    }

    List<NameServer> locate(Delegation delegation) {
        return locate(delegation.nameServers(), delegation);
    }

    List<NameServer> locate(Collection<DomainName> hosts, Delegation delegation) {
        AtomicReference<List<NameServer>> located = new AtomicReference<>();
        book.locate(hosts, NameServer.Listed.PARENT, delegation).subscribe(found -> located.set(found.servers()));
        lane.runOut();
        return located.get();
    }

    int labHeard() {
        return internet.heardBy(LAB_SERVER).size()
                + internet.heardBy(LAB_SERVER_2).size();
    }
}
