package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zonedrift.zone.SerialScheme;

/** Which point in time each dated scheme reads in a serial, exactly at the bounds of what it reads. */
class DatedSerialTest {

    /** 2026-11-20T10:00:00Z. */
    private static final long NOW = 1_795_168_800L;

    @ParameterizedTest
    @CsvSource({
        "UNIX, 946684799, ",
        "UNIX, 946684800, 2000-01-01T00:00:00Z",
        "UNIX, 4294967295, 2106-02-07T06:28:15Z",
        "DATE_NN, 2024022900, 2024-02-29T00:00:00Z",
        "DATE_NN, 2024123199, 2024-12-31T00:00:00Z",
        "DATE_NN, 2023022901, ",
        "DATE_NN, 2024000101, ",
        "DATE_NN, 2024130101, ",
        "DATE_NN, 2024010001, ",
        "DATE_NN, 2024043101, ",
        "DATE_NN, 1990010100, 1990-01-01T00:00:00Z",
        "DATE_NN, 1989123199, ",
        "DATE_NN, 999999999, ",
        "YYMMDDHHMM, 1001010000, 2010-01-01T00:00:00Z",
        "YYMMDDHHMM, 2611201005, 2026-11-20T10:05:00Z",
        "YYMMDDHHMM, 2612312359, 2026-12-31T23:59:00Z",
        "YYMMDDHHMM, 2612312459, ",
        "YYMMDDHHMM, 2612312360, ",
        "YYMMDDHHMM, 2613310000, ",
        "YYMMDDHHMM, 4212312359, 2042-12-31T23:59:00Z",
        "YYMMDDHHMM, 4301010000, ",
        "YYMMDDHHMM, 912312359, ",
        "DATE8, 20240229, 2024-02-29T00:00:00Z",
        "DATE8, 19900101, 1990-01-01T00:00:00Z",
        "DATE8, 19891231, ",
        "DATE8, 9999999, ",
        "DATE8, 99991231, 9999-12-31T00:00:00Z",
        "DATE8, 120240101, ",
        "COUNTER, 2024022900, ",
        "OPAQUE, 2024022900, ",
        "FIXED, 2024022900, ",
        "MIXED, 2024022900, "
    })
    void aSchemeReadsATimeOrNone(SerialScheme scheme, long serial, Instant time) {
        assertThat(DatedSerial.timeOf(scheme, serial))
                .isEqualTo(time == null ? DatedSerial.NONE : time.getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({
        "UNIX, 1795341600, true",
        "UNIX, 1795341601, false",
        "DATE_NN, 2026112299, true",
        "DATE_NN, 2026112300, false",
        "DATE8, 20261122, true",
        "DATE8, 20261123, false",
        "YYMMDDHHMM, 2611221000, true",
        "YYMMDDHHMM, 2611221001, false",
        "COUNTER, 5, false"
    })
    void twoDaysAheadAreNotCalledTheFutureYet(SerialScheme scheme, long serial, boolean explained) {
        assertThat(DatedSerial.explains(scheme, serial, NOW)).isEqualTo(explained);
    }

    @Test
    void whereNobodyKnowsTheTimeNothingIsInTheFuture() {
        assertThat(DatedSerial.explains(SerialScheme.DATE_NN, 2100010100, -1)).isTrue();
        assertThat(DatedSerial.explains(SerialScheme.DATE_NN, 1, -1)).isFalse();
        assertThat(DatedSerial.explains(SerialScheme.UNIX, 946_684_800L, 0)).isFalse();
    }

    @Test
    void datedSchemesSayHowExactTheyAre() {
        assertThat(Arrays.stream(SerialScheme.values()).filter(DatedSerial::isDated))
                .containsExactly(SerialScheme.UNIX, SerialScheme.DATE_NN, SerialScheme.YYMMDDHHMM, SerialScheme.DATE8);
        assertThat(DatedSerial.granularitySeconds(SerialScheme.YYMMDDHHMM)).isEqualTo(60);
        assertThat(DatedSerial.granularitySeconds(SerialScheme.DATE8)).isEqualTo(86_400);
    }
}
