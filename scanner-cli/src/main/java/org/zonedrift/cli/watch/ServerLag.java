package org.zonedrift.cli.watch;

import java.util.Optional;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reference;
import org.zonedrift.verdict.SerialRow;
import org.zonedrift.verdict.ServerRow;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.SoaRecord;

/** How far one server is behind, in the time that its serial tells, where it tells any. */
public final class ServerLag {

    private ServerLag() {}

    /** Seconds from the server's serial to the reference; negative when it is ahead. */
    public static Optional<Long> seconds(Judgement judgement, ServerRow server) {
        SoaRecord soa = server.observation().soa();
        if (judgement.serial() == null || soa == null || server.lag() == ServerRow.NO_LAG) {
            return Optional.empty();
        }
        Reference reference = judgement.serial().reference();
        if (reference.serial() == null) {
            return Optional.empty();
        }
        long of = timeOf(judgement, reference.serial());
        long its = timeOf(judgement, soa.serial());
        return of < 0 || its < 0 ? Optional.empty() : Optional.of(of - its);
    }

    private static long timeOf(Judgement judgement, SerialNumber serial) {
        for (SerialRow row : judgement.serials()) {
            if (row.serial().equals(serial)) {
                return row.timeSeconds();
            }
        }
        return -1;
    }
}
