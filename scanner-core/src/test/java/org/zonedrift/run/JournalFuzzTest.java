package org.zonedrift.run;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.zonedrift.input.Target;

/** Any octets at all as a journal: one that says the same when written and read again, or a refusal in words. */
@Tag("fuzz")
class JournalFuzzTest {

    @FuzzTest
    void anyOctetsAreAJournalOrNone(byte[] octets) throws IOException {
        Journal journal;
        try {
            journal = Journal.read(octets);
        } catch (IOException refused) {
            return;
        }
        Journal again = Journal.read(journal.octets());
        if (again.finished() != journal.finished() || !again.results().equals(journal.results())) {
            throw new AssertionError("written and read again, and not the same");
        }
    }

    @FuzzTest
    void oneFlippedBitIsNoticed(byte[] octets) throws IOException {
        Journal journal = Journal.begin(new RunDirectory.Terms("57012345", 1, Map.of("--seed", "1")));
        for (byte octet : octets) {
            journal.finish(Target.Line.numbered(1L << (octet & 0xf)));
        }
        byte[] written = journal.octets();
        int where = octets.length == 0 ? 0 : (octets[0] & 0xff) * written.length / 0x100;
        written[where] ^= (byte) (1 << octets.length % Byte.SIZE);
        try {
            Journal.read(written);
        } catch (IOException refused) {
            return;
        }
        throw new AssertionError("bit flipped in octet " + where);
    }
}
