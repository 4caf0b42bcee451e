package org.zonedrift.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.KnownDelegations;

class ZoneFileDelegationsTest {

    private static final DomainName ONE = DomainName.parse("one");
    private static final DomainName TWO = DomainName.parse("two");

    @TempDir
    private Path folder;

    private String file(DomainName apex) throws IOException {
        List<String> lines = List.of(
                apex + ". 900 in soa a.nic." + apex + ". b." + apex + ". 2026112000 1 1 1 1",
                "shop." + apex + ". 900 in ns ns.shop." + apex + ".");
        return Files.write(folder.resolve(apex + ".zone"), lines).toString();
    }

    private Inputs open() throws IOException {
        Reading.ResultLine noResults = line -> {
            throw new IllegalArgumentException(line);
        };
        return Inputs.open(
                List.of(file(ONE), file(TWO)),
                Reading.auto(folder, name -> name, noResults).as(InputFormat.ZONE),
                InputStream.nullInputStream());
    }

    @Test
    void eachFileIsKnownFromItsFirstTargetOn() throws IOException {
        try (Inputs inputs = open()) {
            KnownDelegations known = inputs.delegations(53);
            assertThat(known.zones()).isEmpty();
            assertThat(known.towards(DomainName.parse("ns.shop.one"))).isEmpty();

            assertThat(inputs.next()).isPresent();

            assertThat(known.zones()).containsExactly(ONE);
            assertThat(known.towards(DomainName.parse("ns.shop.one")).map(Delegation::zone))
                    .hasValue(DomainName.parse("shop.one"));
            assertThat(known.towards(DomainName.parse("ns.shop.two"))).isEmpty();

            assertThat(inputs.next()).isPresent();

            assertThat(known.zones()).containsExactlyInAnyOrder(ONE, TWO);
            assertThat(known.towards(DomainName.parse("gone.two")).map(Delegation::standing))
                    .hasValue(Standing.DENIED_BY_PARENT);
            assertThat(inputs.next()).isEmpty();
        }
    }

    @Test
    void aFileThatWasReadCanBeForgotten() throws IOException {
        try (Inputs inputs = open()) {
            KnownDelegations known = inputs.delegations(53);
            while (inputs.next().isPresent()) {
                // Reads all of them.
            }
            InputFile first = inputs.files().get(0);
            assertThat(first.octetsHeld()).isPositive();

            first.forget();

            assertThat(first.octetsHeld()).isZero();
            assertThat(first.next()).isEmpty();
            assertThat(known.zones()).containsExactly(TWO);
        }
    }
}
