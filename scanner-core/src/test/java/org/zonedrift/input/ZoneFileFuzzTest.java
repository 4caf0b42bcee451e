package org.zonedrift.input;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.zonedrift.zone.DomainName;

/** Any octets at all as a zone file: targets or a refusal in words, the same twice, and nothing else escapes. */
@Tag("fuzz")
class ZoneFileFuzzTest {

    private static final Path SCRATCH = Path.of(System.getProperty("java.io.tmpdir"));
    private static final DomainName ORIGIN = DomainName.parse("lab");

    @FuzzTest
    void anyOctetsAreReadOrRefused(byte[] octets) {
        if (!read(octets).equals(read(octets))) {
            throw new AssertionError("read twice, and differently");
        }
    }

    private static List<String> read(byte[] octets) {
        List<String> all = new ArrayList<>();
        try {
            Targets targets = new ZoneFileTargets(() -> new ByteArrayInputStream(octets), ORIGIN, 0, 53, SCRATCH);
            for (Optional<Target> next = targets.next(); next.isPresent(); next = targets.next()) {
                all.add(next.get().toString());
            }
        } catch (InputException refused) {
            all.add(String.valueOf(refused.getMessage()));
        }
        return all;
    }
}
