package org.zonedrift.delegation;

import java.util.List;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Roster;

/** Under whose limits servers are asked, once it is known where they listen. */
@FunctionalInterface
public interface Grouping {

    /** Each by itself, as it was found. */
    Grouping NONE = (servers, zone) -> Roster.of(servers);

    /**
     * The servers of this zone; of servers that have no name in common with it the same as of any
     * other such zone.
     */
    Roster on(List<NameServer> servers, DomainName zone);
}
