package org.zonedrift.zone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.zone.SerialNumber.Relation;

class SerialNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, EQUAL",
        "1, 0, NEWER",
        "0, 1, OLDER",
        "0, 4294967295, NEWER",
        "4294967295, 0, OLDER",
        "2147483647, 0, NEWER",
        "2147483648, 0, UNDEFINED",
        "0, 2147483648, UNDEFINED",
        "2147483649, 0, OLDER",
        "2024010102, 2024010101, NEWER"
    })
    void theOrderGoesRoundTheCircle(long one, long other, Relation relation) {
        SerialNumber serial = SerialNumber.of(one);
        assertThat(serial.relationTo(SerialNumber.of(other))).isEqualTo(relation);
        assertThat(serial.isNewerThan(SerialNumber.of(other))).isEqualTo(relation == Relation.NEWER);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 2", "3, 1, -2", "4294967295, 1, 2", "1, 4294967295, -2", "0, 2147483648, -2147483648"})
    void theWayLeadsFromThisToTheOther(long from, long to, int distance) {
        assertThat(SerialNumber.of(from).distanceTo(SerialNumber.of(to))).isEqualTo(distance);
    }

    @Test
    void onlyThirtyTwoBitsCountAndHaveNoSign() {
        assertThat(SerialNumber.of(0x1_ffff_ffffL)).isEqualTo(SerialNumber.of(-1));
        assertThat(SerialNumber.of(-1).value()).isEqualTo(4294967295L);
        assertThat(SerialNumber.of(-1)).hasToString("4294967295");
    }
}
