package org.zonedrift.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that is said of servers of one source that show these serials, the first of them the primary: nothing more. */
class SerialTableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 5 | CONSISTENT single counter by MNAME lags 0 0: single-operator",
                "0 0 | CONSISTENT single fixed by MNAME lags 0 0: "
                        + "serial-zero uninformative-serial single-operator",
                "1 1 | CONSISTENT single fixed by MNAME lags 0 0: " + "uninformative-serial single-operator",
                "2 2 | CONSISTENT single counter by MNAME lags 0 0: single-operator",
                "0 5 | MISMATCH total counter by MNAME lags 0 -5: " + "mname-behind serial-zero single-operator",
                "999999 999998 | MISMATCH total counter by MNAME lags 0 1: single-operator",
                "1000000 1000000 | CONSISTENT single opaque by MNAME lags 0 0: single-operator",
                "1000001 1000000 | MISMATCH total opaque by MNAME lags 0 1: single-operator",
                "2026112001 2026112001 | CONSISTENT single date-nn by MNAME lags 0 0 late -1 stale 0: "
                        + "single-operator",
                "2026112002 2026112001 2026112002 | MISMATCH total date-nn by MNAME lags 0 1 0 late 0 stale 0: "
                        + "single-operator",
                "2026112099 2026112098 | MISMATCH total date-nn by MNAME lags 0 1 late 0 stale 0: "
                        + "date-nn-exhausted single-operator",
                "2026112300 2026112300 | CONSISTENT single opaque by MNAME lags 0 0: "
                        + "serial-future-dated single-operator",
                "2026112201 2026112201 | CONSISTENT single date-nn by MNAME lags 0 0 late -1 stale 0: "
                        + "single-operator",
                "2027010101 2024010101 | MISMATCH total opaque by MNAME lags 0 3000000: "
                        + "serial-future-dated single-operator",
                "2024010102 2026112001 | MISMATCH total date-nn by MNAME lags 0 -2101899 late -1 stale 0: "
                        + "mname-behind single-operator",
                "2025112000 2025112000 | CONSISTENT single date-nn by MNAME lags 0 0 late -1 stale 0: "
                        + "single-operator",
                "2025111900 2025111900 | CONSISTENT single date-nn by MNAME lags 0 0 late -1 stale 0: "
                        + "single-operator",
                "1795168700 1795168700 | CONSISTENT single unix by MNAME lags 0 0 late -1 stale 0: "
                        + "single-operator",
                "1637380000 1637380000 | CONSISTENT single unix by MNAME lags 0 0 late -1 stale 0: "
                        + "serial-stale single-operator",
                "1637380801 1637380801 | CONSISTENT single unix by MNAME lags 0 0 late -1 stale 0: "
                        + "single-operator",
                "1795168805 1795168795 | CONSISTENT total unix by MNAME lags 0 0: " + "clock-serial single-operator",
                "1795168700 1795160000 | MISMATCH total unix by MNAME lags 0 8700 late 8700 stale 99: "
                        + "single-operator",
                "1795168803 1795168798 | CONSISTENT total unix by MNAME lags 0 0: " + "clock-serial single-operator",
                "1795168806 1795168800 | MISMATCH total unix by MNAME lags 0 6 late 6 stale 0: " + "single-operator",
                "2611201000 2611200900 | MISMATCH total yymmddhhmm by MNAME lags 0 100 late 3600 stale 0: "
                        + "single-operator",
                "20261120 20261119 | MISMATCH total date8 by MNAME lags 0 1 late 86400 stale 0: " + "single-operator",
                "5 2147483653 | MISMATCH undefined opaque by MNAME lags 0 -: "
                        + "serial-order-undefined single-operator",
                "7 4294967290 | MISMATCH total opaque by MNAME lags 0 13: single-operator",
                "1 1431655766 2863311531 | MISMATCH cyclic opaque by MNAME lags 0 -1431655765 1431655766: "
                        + "mname-behind serial-order-cyclic single-operator",
                "1 1 1431655766 2863311531 | MISMATCH cyclic opaque by MNAME lags 0 0 -1431655765 1431655766: "
                        + "mname-behind serial-order-cyclic single-operator",
                "5 2024010101 | MISMATCH total mixed by MNAME lags 0 -2024010096: "
                        + "mname-behind scheme-mixed serial-jump-large single-operator",
                "2024010101 3000000000 | MISMATCH total opaque by MNAME lags 0 -975989899: "
                        + "mname-behind single-operator",
                "4000000000 4000000001 | MISMATCH total opaque by MNAME lags 0 -1: " + "mname-behind single-operator",
                "10 12 12 10 | MISMATCH total counter by MNAME lags 0 -2 -2 0: " + "mname-behind single-operator",
                "12 10 10 | MISMATCH total counter by MNAME lags 0 2 2: single-operator",
                "2147483700 52 | MISMATCH undefined opaque by MNAME lags 0 -: "
                        + "serial-order-undefined single-operator",
                "5 1000005 | MISMATCH total opaque by MNAME lags 0 -1000000: " + "mname-behind single-operator",
                "5 1000006 | MISMATCH total opaque by MNAME lags 0 -1000001: " + "mname-behind single-operator",
            })
    void serialsMeanThisAndNoMore(String serials, String said) {
        Judgement judgement = Situation.showing(Arrays.stream(serials.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .judged();
        assertThat(said(judgement)).isEqualTo(said);
    }

    private static String said(Judgement judgement) {
        SerialSummary serial = judgement.serial();
        String lags = judgement.servers().stream()
                .map(row -> row.lag() == ServerRow.NO_LAG ? "-" : Integer.toString(row.lag()))
                .collect(Collectors.joining(" "));
        String time = serial.timeLag() == null
                ? ""
                : " late " + serial.timeLag().lagSeconds() + " stale "
                        + serial.timeLag().staleAtLeastSeconds();
        String flags = Stream.concat(judgement.findings().stream(), judgement.facts().stream())
                .map(Flag::key)
                .collect(Collectors.joining(" "));
        return judgement.verdict() + " " + serial.order().key() + " "
                + serial.scheme().scheme().key() + " by " + serial.reference().kind() + " lags " + lags + time + ": "
                + flags;
    }
}
