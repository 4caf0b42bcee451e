package org.zonedrift.delegation;

import java.util.List;
import java.util.function.Consumer;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** The search for addresses at which a zone can be asked whose glue is missing or of no use. */
final class CutServers {

    /** Hosts tried in vain before the zone counts as out of reach (BIND's NS_FAIL_LIMIT is 4). */
    private static final int FAILURES_MAX = 5;

    private final LaneBook book;
    private final ZoneCut cut;
    private final Errand errand;
    private final List<DomainName> hosts;
    private int tried;
    private Said.Useless soFar;

    CutServers(LaneBook book, ZoneCut cut, Errand errand) {
        this.book = book;
        this.cut = cut;
        this.errand = errand;
        List<DomainName> sought = cut.addresses().isEmpty() ? cut.hosts() : cut.unlocated();
        this.hosts = sought.stream().filter(book.reach()::allows).toList();
        this.soFar = new Said.Useless(Said.Fault.SILENT, "no server of " + cut.zone() + " has a usable address");
    }

    /** Addresses that are not known yet, or why there are none. */
    void locate(Consumer<List<ServerAddress>> found, Consumer<Said.Useless> none) {
        if (tried == Math.min(FAILURES_MAX, hosts.size())) {
            none.accept(soFar);
        } else if (errand.budget().isSpent()) {
            none.accept(new Said.Useless(Said.Fault.BUDGET, "the query budget is spent"));
        } else {
            DomainName host = hosts.get(tried++);
            book.lookUp(host, errand, whereabouts -> heard(whereabouts, found, none));
        }
    }

    private void heard(Whereabouts whereabouts, Consumer<List<ServerAddress>> found, Consumer<Said.Useless> none) {
        var usable =
                whereabouts.addresses().stream().filter(book.reach()::allows).toList();
        if (!usable.isEmpty()) {
            found.accept(usable);
            return;
        }
        if (whereabouts.flags().contains(HostFlag.CYCLIC)) {
            soFar = new Said.Useless(Said.Fault.LOOP, "the servers of " + cut.zone() + " depend on each other");
        } else if (whereabouts.flags().contains(HostFlag.CHAIN_TOO_DEEP)) {
            soFar = new Said.Useless(Said.Fault.TOO_DEEP, "the servers of " + cut.zone() + " are too many zones away");
        }
        locate(found, none);
    }
}
