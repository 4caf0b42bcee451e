package org.zonedrift.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;

/** What one server of a zone said about a name at or below that zone. */
sealed interface Said {

    /**
     * Somebody else serves the part of the name space around the name.
     *
     * @param dropped addresses in the reply that it had no right to tell
     */
    record Referral(DomainName zone, List<DomainName> hosts, long ttl, List<Delegation.Glue> glue, int dropped)
            implements Said {
        public Referral {
            hosts = List.copyOf(hosts);
            glue = List.copyOf(glue);
        }
    }

    /** Records of the type that was asked for. */
    record Records(List<ResourceRecord> records) implements Said {
        public Records {
            records = List.copyOf(records);
        }
    }

    /** The name is a CNAME. */
    record Alias(DomainName target, long ttl) implements Said {}

    /** An ancestor of the name is a DNAME. */
    record Redirected(DomainName owner) implements Said {}

    /** The name does not exist; the zone that says so, where it showed its SOA record. */
    record Denied(@Nullable DomainName zone, long ttl) implements Said {}

    /** The name may exist, but has nothing of the type. */
    record Nothing(@Nullable DomainName zone, long ttl) implements Said {

        /** Whether the server speaks for this very zone. */
        boolean isToldBy(DomainName apex) {
            return zone != null && zone.equals(apex);
        }
    }

    /** Nothing that helps: after all servers that we were ready to ask. */
    record Useless(Fault fault, String why) implements Said {}

    /** Why nothing useful was said. */
    enum Fault {
        /** Something answered, but not as a server of the zone does. */
        LAME,
        SILENT,
        BUDGET,
        REFERRALS,
        /** Finding the servers' addresses needs those very addresses. */
        LOOP,
        /** Finding the servers' addresses led through too many other zones. */
        TOO_DEEP
    }
}
