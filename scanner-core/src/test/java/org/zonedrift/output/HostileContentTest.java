package org.zonedrift.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zonedrift.exchange.Course;
import org.zonedrift.input.Target;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/** Whatever servers, zones and inputs hold, a record is one line of JSON that no terminal obeys. */
class HostileContentTest {

    private static final long SEED = 666;

    private static final String POISON = "\u001b]0;owned\u0007\",\"verdict\":\"CONSISTENT\"}\r\n{\u009b31m\u202e\\";

    @Test
    void oddOctetsOfNamesAreEscapedAsMasterFilesEscapeThem_T077() {
        String odd = "a\\000b\\032c\\195\\188\\\"d.example";
        String line = Records.line(new Situation("odd.example", 1)
                .delegatedBy(Delegation.Source.of(Delegation.Method.ITERATIVE), "ns1.odd.example")
                .server("ns1.odd.example", NameServer.Listed.BOTH, "192.0.2.1")
                .says("192.0.2.1", Situation.soa(odd, odd, 5))
                .report());
        Records.obeysTheSchema(line);
        assertThat(line).contains("\"mname\":\"a\\\\000b\\\\032c\\\\195\\\\188\\\\\\\"d.example\"");
    }

    @Test
    void randomOctetsInEveryPlaceStayInsideTheirStrings_T077() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            ZoneReport report = hostile(random);
            String line = Records.line(report);
            assertThat(line.codePoints()).noneMatch(Character::isISOControl);
            WrittenRecord back = new RecordReader(ServerAddress.DNS_PORT).read(line);
            assertThat(back.name()).isEqualTo(report.name());
            assertThat(back.metadata()).isEqualTo(report.metadata());
            assertThat(back.line()).isEqualTo(report.line());
            assertThat(back.error()).isEqualTo(report.error());
            assertThat(Records.line(new Rejudge(Situation.JUDGE).rejudged(back)))
                    .isEqualTo(line);
            if (i < 50) {
                Records.obeysTheSchema(line);
            }
        }
    }

    private static ZoneReport hostile(Random random) {
        DomainName zone = name(random);
        DomainName host = name(random);
        SoaRecord soa = new SoaRecord(name(random), name(random), new SerialNumber(random.nextInt()), 1, 2, 3, 4, 5);
        byte[] nsid = new byte[1 + random.nextInt(40)];
        random.nextBytes(nsid);
        ServerAddress address = Situation.address("192.0.2.1");
        Observation seen = new Observation(
                address,
                Outcome.OK,
                random.nextInt(24),
                true,
                true,
                soa,
                new HashSet<>(List.of(host, name(random))),
                new Edns(1232, 0, 0, nsid, null, 7, List.of(22)),
                512,
                new Course(
                        0,
                        1,
                        0,
                        0,
                        Situation.START_MILLIS * 1_000_000,
                        Situation.START_MILLIS * 1_000_000 + 1_000,
                        1_000,
                        1,
                        1,
                        Set.of()),
                Set.of(),
                POISON,
                null);
        Delegation delegation = new Delegation(
                zone,
                Delegation.Standing.DELEGATED,
                Delegation.Source.of(Delegation.Method.ITERATIVE),
                Set.of(host),
                null,
                List.of(),
                Set.of());
        NameServer server = new NameServer(
                host,
                NameServer.Listed.BOTH,
                List.of(new NameServer.Located(address, NameServer.AddressSource.GLUE)),
                null,
                Set.of());
        Evidence evidence = Evidence.of(delegation, List.of(server), List.of(seen), List.of());
        String raw = POISON
                + random.ints(8, 0x80, 0xd800)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        Target.Line line = new Target.Line(0, 1, raw, null);
        Target.Zone target = new Target.Zone(line, zone, POISON, null, List.of(), null);
        ZoneReport report = ZoneReport.of(target, Situation.START_MILLIS, 5, evidence, Situation.JUDGE.judge(evidence));
        return new ZoneReport(
                line,
                zone,
                POISON,
                report.startedAtMillis(),
                report.durationMillis(),
                evidence,
                report.judgement(),
                report.traffic(),
                POISON);
    }

    private static DomainName name(Random random) {
        byte[] poison = POISON.getBytes(StandardCharsets.UTF_8);
        byte[] label = new byte[1 + random.nextInt(60)];
        random.nextBytes(label);
        System.arraycopy(poison, 0, label, 0, Math.min(label.length, random.nextInt(poison.length)));
        byte[] wire = new byte[label.length + 6];
        wire[0] = (byte) label.length;
        System.arraycopy(label, 0, wire, 1, label.length);
        wire[label.length + 1] = 3;
        wire[label.length + 2] = '"';
        wire[label.length + 3] = 0;
        wire[label.length + 4] = '.';
        return DomainName.ofWire(wire);
    }
}
