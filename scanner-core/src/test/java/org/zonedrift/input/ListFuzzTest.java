package org.zonedrift.input;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** Any octets at all as a list: one target for each line that is not empty or a comment, and nothing else escapes. */
@Tag("fuzz")
class ListFuzzTest {

    @FuzzTest
    void everyLineIsOneTarget(byte[] octets) {
        InputLines lines = new InputLines(new ByteArrayInputStream(octets), 0, ListReader.LONGEST_LINE);
        Targets targets = new ListReader(lines, Columns.LIST, new WrittenName(name -> name, WrittenName.Numbers.TAKEN));
        long before = 0;
        for (Optional<Target> next = targets.next(); next.isPresent(); next = targets.next()) {
            long number = next.get().line().number();
            if (number <= before) {
                throw new AssertionError("line " + number + " after line " + before);
            }
            before = number;
        }
        if (before > lineFeeds(octets) + 1) {
            throw new AssertionError("more targets than lines");
        }
    }

    private static long lineFeeds(byte[] octets) {
        long count = 0;
        for (byte octet : octets) {
            count += octet == '\n' ? 1 : 0;
        }
        return count;
    }
}
