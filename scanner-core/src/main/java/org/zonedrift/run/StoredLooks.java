package org.zonedrift.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonedrift.output.StoredRecords;
import org.zonedrift.output.StoredRecords.Stored;

/** Looks read back zone by zone: the first of a zone, and those that followed it, stand one behind the other. */
final class StoredLooks implements AutoCloseable {

    private final StoredRecords records;
    private Optional<Stored> ahead;

    StoredLooks(StoredRecords records) {
        this.records = records;
        this.ahead = records.next();
    }

    /** All looks at the next zone, the first in front; a zone comes again for each look that was added. */
    Optional<List<Stored>> next() {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        List<Stored> looks = new ArrayList<>();
        do {
            looks.add(ahead.get());
            ahead = records.next();
        } while (ahead.isPresent() && isLater(ahead.get(), looks.get(0)));
        return Optional.of(looks);
    }

    private static boolean isLater(Stored look, Stored first) {
        return Journal.key(look.record().line()) == Journal.key(first.record().line())
                && look.record().startedAtMillis() != first.record().startedAtMillis();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
