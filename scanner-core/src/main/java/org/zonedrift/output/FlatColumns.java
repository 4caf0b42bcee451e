package org.zonedrift.output;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table with one row for each server of each record, and one row for a record
 * without servers. Stable: columns are added at the end and never renamed.
 */
final class FlatColumns {

    /**
     * One column.
     *
     * @param path where its value stands in the record, keys joined by dots; the values of an array
     *     are joined by spaces
     */
    record Column(String name, String path, Shape shape) {}

    private static final List<Key> OF_THE_ZONE = List.of(
            RecordFields.RUN,
            RecordFields.LINE,
            RecordFields.NAME,
            RecordFields.METADATA,
            RecordFields.VERDICT,
            RecordFields.REASON,
            RecordFields.FIRST_VERDICT,
            RecordFields.FINDINGS,
            RecordFields.FACTS,
            RecordFields.TIMESTAMP,
            RecordFields.DURATION_MS);

    private static final List<Key> OF_THE_DELEGATION = List.of(
            DelegationFields.METHOD,
            DelegationFields.PARENT_ZONE,
            DelegationFields.NS_RELATION,
            DelegationFields.OBSERVED_AT);

    private static final List<Key> OF_THE_SERIALS = List.of(
            SerialFields.ORDER,
            SerialFields.NEWEST,
            SerialFields.OLDEST,
            SerialFields.SPREAD,
            SerialFields.SCHEME,
            SerialFields.LAG_MAX,
            SerialFields.LAG_SECONDS_EST,
            SerialFields.STALE_AT_LEAST_S);

    private static final List<Key> OF_THE_RECHECK = List.of(RecheckFields.STATE, RecheckFields.HINT);

    private static final List<Key> OF_THE_SERVER = List.of(
            ServerFields.NS,
            ServerFields.ADDRESS,
            ServerFields.FAMILY,
            ServerFields.ADDRESS_FROM,
            ServerFields.OPERATOR,
            ServerFields.SOURCE,
            ServerFields.OUTCOME,
            ServerFields.RCODE,
            ServerFields.AA,
            ServerFields.SERIAL,
            ServerFields.POSITION,
            ServerFields.LAG,
            ServerFields.RTT_MS,
            ServerFields.TRIES,
            ServerFields.PROTOCOL,
            ServerFields.SENT_AT,
            ServerFields.ANSWERED_AT,
            ServerFields.NSID_TEXT,
            ServerFields.EXPIRES_IN_S,
            ServerFields.SHARED,
            ServerFields.FLAGS);

    private FlatColumns() {}

    static List<Column> all() {
        List<Column> columns = new ArrayList<>();
        add(columns, "", "", OF_THE_ZONE);
        add(columns, "delegation_", "delegation.", OF_THE_DELEGATION);
        add(columns, "counts_", "counts.", CountFields.SECTION.keys());
        add(columns, "serial_", "serial.", OF_THE_SERIALS);
        add(columns, "recheck_", "recheck.", OF_THE_RECHECK);
        add(columns, "server_", "servers[].", OF_THE_SERVER);
        return columns;
    }

    private static void add(List<Column> columns, String prefix, String path, List<Key> keys) {
        for (Key key : keys) {
            columns.add(new Column(prefix + key.name(), path + key.name(), key.shape()));
        }
    }
}
