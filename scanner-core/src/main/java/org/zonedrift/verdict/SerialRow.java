package org.zonedrift.verdict;

import java.util.List;
import org.zonedrift.zone.SerialNumber;

/**
 * One distinct serial among the usable servers.
 *
 * @param lag to the reference, or {@link ServerRow#NO_LAG}
 * @param timeSeconds when it says it was made, in seconds since 1970, or -1
 */
public record SerialRow(SerialNumber serial, int addresses, int lag, long timeSeconds, List<String> operators) {

    public SerialRow {
        operators = List.copyOf(operators);
    }
}
