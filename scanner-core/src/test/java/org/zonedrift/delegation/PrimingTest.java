package org.zonedrift.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.VirtualLane;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** What the root says of itself, and what becomes of the hints (RFC 9609). */
class PrimingTest {

    private static final String FIRST = "192.0.2.1";
    private static final String SECOND = "192.0.2.2";
    private static final String NEW = "192.0.2.3";
    private static final int AUTHORITATIVE = 0x0400;
    private static final int OFFERS_RECURSION = 0x0080;
    private static final long HOUR = 3_600_000_000_000L;

    private final VirtualLane lane = new VirtualLane();
    private final TinyInternet internet = new TinyInternet(lane);
    private final AddressBook shared = new AddressBook(
            new RootHints(
                    List.of(DomainName.parse("a.root"), DomainName.parse("b.root")),
                    List.of(glue("a.root", FIRST), glue("b.root", SECOND))),
            new Reach(TinyInternet.port(), EnumSet.allOf(AddressFamily.class), host -> true, address -> true),
            AddressBook.GluePolicy.TRUST);
    private final LaneBook book = shared.on(lane, internet);

    private static Glue glue(String host, String address) {
        return new Glue(DomainName.parse(host), SmallLab.address(address));
    }

    private static TinyInternet.Speech telling(int flags, List<String> answers, List<String> additionals) {
        return question -> TinyInternet.reply(flags, 0, records(answers), List.of(), records(additionals));
    }

    private static List<ResourceRecord> records(List<String> lines) {
        return lines.stream().map(TinyInternet::record).toList();
    }

    private void both(TinyInternet.Speech speech) {
        internet.server(FIRST, speech).server(SECOND, speech);
    }

    private List<Boolean> primed() {
        List<Boolean> heard = new ArrayList<>();
        shared.priming().prime(book, internet, heard::add);
        shared.priming().prime(book, internet, heard::add);
        lane.runOut();
        return heard;
    }

    private List<String> rootServers() {
        return shared.cuts().root().addresses().stream()
                .map(ServerAddress::host)
                .toList();
    }

    @Test
    void oneQuestionServesAllWhoWaitAndTheHintsAreForgotten() {
        both(telling(AUTHORITATIVE, List.of(". NS c.root"), List.of("c.root A " + NEW, "z.root A 192.0.2.66")));

        assertThat(primed()).containsExactly(true, true);

        assertThat(internet.heardByAll()).isEqualTo(1);
        assertThat(rootServers()).containsExactly(NEW);
        assertThat(shared.priming().isDue(lane.now())).isFalse();
        assertThat(shared.priming().isDue(lane.now() + HOUR)).isTrue();
        assertThat(shared.priming().word()).isEqualTo(RootWord.SPEAKS);
    }

    @Test
    void aRootThatLeavesTheAddressesOutIsAskedWhereTheHintsSay() {
        both(telling(AUTHORITATIVE, List.of(". NS a.root", ". NS b.root"), List.of()));

        assertThat(primed()).containsOnly(true);
        assertThat(rootServers()).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void whoeverSpeaksWithoutAuthorityIsNotBelieved() {
        both(telling(OFFERS_RECURSION, List.of(". NS c.root"), List.of("c.root A " + NEW)));

        assertThat(primed()).containsOnly(false);

        assertThat(internet.heardByAll()).isEqualTo(2);
        assertThat(rootServers()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(shared.priming().word()).isEqualTo(RootWord.SPEAKS_LIKE_A_RESOLVER);
        assertThat(shared.priming().isDue(lane.now())).isFalse();
    }

    @Test
    void whereOneServerIsSilentTheNextIsAsked() {
        both(question -> TinyInternet.silence());
        assertThat(primed()).containsOnly(false);
        assertThat(shared.priming().word()).isEqualTo(RootWord.SILENT);

        TinyInternet.Speech speech = telling(AUTHORITATIVE, List.of(". NS c.root"), List.of("c.root A " + NEW));
        internet.server(SECOND, speech);

        assertThat(primed()).containsOnly(true);
        assertThat(rootServers()).containsExactly(NEW);
    }
}
