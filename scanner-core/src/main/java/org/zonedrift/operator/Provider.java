package org.zonedrift.operator;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialScheme;
import org.zonedrift.zone.SoaRecord;

/**
 * A company that serves other people's zones, and what these zones usually look like.
 *
 * @param id published in the record, such as {@code cloudflare}
 * @param scheme how it numbers its zones, or null
 * @param constants serials that do not follow changes
 * @param rnames mailboxes it puts into SOA records
 * @param timers its default timers, or null
 */
public record Provider(
        String id,
        @Nullable SerialScheme scheme,
        Set<Long> constants,
        List<DomainName> rnames,
        @Nullable Timers timers) {

    /** The four timers of an SOA record, in seconds. */
    public record Timers(long refresh, long retry, long expire, long minimum) {

        /** Whether a record has just these. */
        public boolean areOf(SoaRecord soa) {
            return soa.refresh() == refresh
                    && soa.retry() == retry
                    && soa.expire() == expire
                    && soa.minimum() == minimum;
        }
    }

    public Provider {
        constants = Set.copyOf(constants);
        rnames = List.copyOf(rnames);
    }
}
