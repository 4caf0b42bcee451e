package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;

/**
 * The usable servers that show one primary (MNAME and RNAME).
 *
 * @param id "S1", "S2" and so on, in the order of the servers
 * @param serials what stands for this source alone; null where the record has one source only,
 *     whose summary is the record's
 * @param ns names of its servers, in canonical order
 * @param distinct its distinct serials, newest first where they can be ordered
 */
public record SourceRow(
        String id,
        DomainName mname,
        DomainName rname,
        @Nullable SerialSummary serials,
        List<String> operators,
        List<DomainName> ns,
        List<SerialNumber> distinct) {

    public SourceRow {
        operators = List.copyOf(operators);
        ns = List.copyOf(ns);
        distinct = List.copyOf(distinct);
    }

    /** Whether all its servers show one serial. */
    public boolean isConsistent() {
        return distinct.size() == 1;
    }
}
