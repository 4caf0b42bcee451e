package org.zonedrift.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

class ExclusionsTest {

    private static final Exclusions LIST = Exclusions.parse(List.of(
            "# who asked us", "Example.COM  # all of it", "", "ns:dns.example.net.", "192.0.2.0/24", "2001:db8::1"));

    private static ServerAddress address(String text) {
        return ServerAddress.of(AddressText.parse(text).orElseThrow(), 53);
    }

    @Test
    void aSuffixCoversItselfAndEverythingBelow() {
        assertThat(LIST.coverZone(DomainName.parse("example.com"))).isTrue();
        assertThat(LIST.coverZone(DomainName.parse("a.b.EXAMPLE.com"))).isTrue();
        assertThat(LIST.coverZone(DomainName.parse("notexample.com"))).isFalse();
        assertThat(LIST.coverZone(DomainName.parse("com"))).isFalse();
    }

    @Test
    void nameServersHaveAListOfTheirOwn() {
        assertThat(LIST.coverHost(DomainName.parse("ns1.dns.example.net"))).isTrue();
        assertThat(LIST.coverHost(DomainName.parse("ns1.example.com"))).isFalse();
        assertThat(LIST.coverZone(DomainName.parse("dns.example.net"))).isFalse();
    }

    @Test
    void addressesAreCoveredByBlocks() {
        assertThat(LIST.coverAddress(address("192.0.2.77"))).isTrue();
        assertThat(LIST.coverAddress(address("2001:db8::1"))).isTrue();
        assertThat(LIST.coverAddress(address("2001:db8::2"))).isFalse();
    }

    @Test
    void aLineThatMakesNoSenseIsNamed() {
        assertThatThrownBy(() -> Exclusions.parse(List.of("example.com", "10.0.0.0/99")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> Exclusions.parse(List.of("a..b"))).hasMessageContaining("line 1");
    }

    @Test
    void aChangedFileIsReadAgain(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("exclude"), "example.com\n");
        ExclusionFiles files = new ExclusionFiles(List.of(file));
        DomainName added = DomainName.parse("added.example.net");
        assertThat(files.current().coverZone(added)).isFalse();

        Files.writeString(file, "example.com\nadded.example.net\n");

        assertThat(files.refresh()).isEmpty();
        assertThat(files.current().coverZone(added)).isTrue();
    }

    @Test
    void aFileThatBreaksLeavesTheEarlierListInForce(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("exclude"), "example.com\n");
        ExclusionFiles files = new ExclusionFiles(List.of(file));

        Files.writeString(file, "example.com/\n");

        assertThat(files.refresh()).hasValueSatisfying(why -> assertThat(why).contains("line 1"));
        assertThat(files.current().coverZone(DomainName.parse("example.com"))).isTrue();
    }
}
