package org.zonedrift.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.fleet.Freshness.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;

/** How old what a resolver shows is. */
class FreshnessTest {

    private static final DomainName ZONE = DomainName.parse("example.test");
    private static final DomainName UNKNOWN = DomainName.parse("unknown.test");

    private static Standing standing(long shown, long newest, long oldest) {
        return Freshness.standing(
                SerialNumber.of(shown), new Authority(SerialNumber.of(newest), SerialNumber.of(oldest)));
    }

    private static SoaLook look(DomainName zone, long serial) {
        return new SoaLook(zone, SerialNumber.of(serial), 60, false);
    }

    @Test
    void serialsAreComparedOnTheirCircle() {
        assertThat(standing(7, 7, 7)).isEqualTo(Standing.CURRENT);
        assertThat(standing(6, 7, 7)).isEqualTo(Standing.BEHIND);
        assertThat(standing(8, 7, 7)).isEqualTo(Standing.AHEAD);
        assertThat(standing(4_294_967_295L, 3, 3)).isEqualTo(Standing.BEHIND);
        assertThat(standing(0, 1L << 31, 1L << 31)).isEqualTo(Standing.INCOMPARABLE);
    }

    @Test
    void whatAServerOfTheZoneStillShowsIsNotTheResolversFault() {
        assertThat(standing(6, 7, 5)).isEqualTo(Standing.AS_OTHER_SERVERS);
        assertThat(standing(5, 7, 5)).isEqualTo(Standing.AS_OTHER_SERVERS);
        assertThat(standing(4, 7, 5)).isEqualTo(Standing.BEHIND);
    }

    @Test
    void zonesWhoseTruthNobodyKnowsAreLeftOut() {
        SoaLooks.Seen seen = new SoaLooks.Seen(List.of(ZONE, UNKNOWN), new SoaLook[][] {
            {look(ZONE, 4_294_967_290L), null}, {look(UNKNOWN, 1), look(UNKNOWN, 1)}
        });
        Authority authority = new Authority(SerialNumber.of(2), SerialNumber.of(2));

        List<Freshness> fleet = Freshness.of(seen, zone -> zone.equals(ZONE) ? authority : null);

        assertThat(fleet).hasSize(2);
        assertThat(fleet.get(0).zones()).isEqualTo(1);
        assertThat(fleet.get(0).count(Standing.BEHIND)).isEqualTo(1);
        assertThat(fleet.get(0).lagMax()).isEqualTo(8);
        assertThat(fleet.get(1).count(Standing.NOTHING)).isEqualTo(1);
    }
}
