package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zonedrift.exchange.VirtualLane;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;

class RootHintsTest {

    private static final String USUAL = "; the root of a laboratory\n"
            + ".            3600000  IN  NS  A.ROOT.lab.\n"
            + ".            3600000  NS      b.root.lab.\n"
            + "A.root.LAB.  3600000  A       192.0.2.1\n"
            + "b.root.lab.  3600000  AAAA    2001:db8::1   ; in the cellar\n"
            + "stranger.lab. 3600000 A       192.0.2.99\n";

    @TempDir
    private Path folder;

    private RootHints read(String text) throws IOException {
        return RootHints.read(Files.writeString(folder.resolve("lab.hints"), text), 5300);
    }

    @Test
    void aFileNamesTheServersAndTheirAddresses() throws IOException {
        RootHints hints = read(USUAL);
        assertThat(hints.hosts()).containsExactly(DomainName.parse("a.root.lab"), DomainName.parse("b.root.lab"));
        assertThat(hints.glue())
                .extracting(glue -> glue.host() + " " + glue.address())
                .containsExactly("a.root.lab 192.0.2.1:5300", "b.root.lab [2001:db8::1]:5300");
    }

    @Test
    void aFileThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> read(". NS a.root.lab.\n")).hasMessageContaining("no server with an address");
        assertThatThrownBy(() -> read("")).hasMessageContaining("no server with an address");
        assertThatThrownBy(() -> read(". NS a.root.lab.\na.root.lab. A 192.0.2.300\n"))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read(". NS a..lab.\n")).hasMessageContaining("line 1");
    }

    @Test
    void theInternetsRootHasThirteenServersOfTwoFamilies() {
        RootHints hints = RootHints.builtIn(53);
        assertThat(hints.hosts()).hasSize(13);
        assertThat(hints.glue()).hasSize(26);
        assertThat(hints.glue()).allSatisfy(glue -> assertThat(hints.hosts()).contains(glue.host()));
    }

    @Test
    void withHintsOfOnesOwnNobodyElseIsAsked() throws IOException {
        VirtualLane lane = new VirtualLane();
        TinyInternet internet = new TinyInternet(lane)
                .zone(
                        ".",
                        "192.0.2.1",
                        ". NS a.root.lab",
                        "a.root.lab A 192.0.2.1",
                        "lab NS ns.lab",
                        "ns.lab A 192.0.2.2")
                .zone("lab", "192.0.2.2", "example.lab NS ns.example.lab", "ns.example.lab A 192.0.2.3");
        Reach reach = new Reach(TinyInternet.port(), EnumSet.of(AddressFamily.IPV4), host -> true, address -> true);
        RootHints hints = RootHints.read(Files.writeString(folder.resolve("lab.hints"), USUAL), TinyInternet.port());
        LaneBook book = new AddressBook(hints, reach, AddressBook.GluePolicy.TRUST).on(lane, internet);
        AtomicReference<Delegation> found = new AtomicReference<>();

        new IterativeDelegations(book)
                .find(DomainName.parse("example.lab"), internet)
                .subscribe(found::set);
        lane.runOut();

        assertThat(found.get().standing()).isEqualTo(Standing.DELEGATED);
        assertThat(internet.heardBy("192.0.2.1")).containsExactly(". NS", "lab A");
        assertThat(internet.heardBy("192.0.2.2")).containsExactly("example.lab NS");
        assertThat(internet.heardByAll()).isEqualTo(3);
        assertThat(List.of(found.get().glue().get(0).address().host())).containsExactly("192.0.2.3");
    }
}
