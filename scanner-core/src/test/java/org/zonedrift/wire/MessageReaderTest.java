package org.zonedrift.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;

class MessageReaderTest {

    private static final DomainName ZONE = DomainName.parse("example.com");
    private static final int SOA = 6;

    private final MessageReader reader = new MessageReader();

    @Test
    void anSoaAnswerSaysItsSerialAndTimers() throws Exception {
        Message reply = reply("Example.COM.", Type.SOA);
        reply.addRecord(
                Record.fromString(
                        Name.fromString("Example.com."),
                        Type.SOA,
                        DClass.IN,
                        3600,
                        "NS1.example.com. hostmaster.example.com. 4294967295 1 2 3 4",
                        Name.root),
                Section.ANSWER);

        DnsMessage message = read(reply.toWire());

        ResourceRecord.Soa soa = (ResourceRecord.Soa) message.answers().get(0);
        assertThat(soa.owner()).isEqualTo(ZONE);
        assertThat(soa.soa().mname()).hasToString("ns1.example.com");
        assertThat(soa.soa().serial()).isEqualTo(SerialNumber.of(4294967295L));
        assertThat(soa.soa().minimum()).isEqualTo(4);
        assertThat(soa.ttl()).isEqualTo(3600);
        assertThat(message.isAuthoritative()).isTrue();
    }

    @Test
    void serversThatSayTheSameOfAZoneAreHeardOnce() throws Exception {
        DnsMessage first = read(soaReply(1, Rcode.NOERROR));

        assertThat(read(soaReply(1, Rcode.NOERROR))).isSameAs(first);
        DnsMessage newer = read(soaReply(2, Rcode.NOERROR));
        assertThat(serialIn(newer)).isEqualTo(2);
        assertThat(serialIn(read(soaReply(1, Rcode.NOERROR)))).isEqualTo(1);
        assertThat(read(soaReply(1, Rcode.REFUSED)).rcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void whatIsRepeatedIsNotReadAgainWhateverElseAServerSays() throws Exception {
        byte[] plain = soaReply(1, Rcode.NOERROR);
        byte[] withOpt = withOptBehind(plain, 0);
        byte[] withNsid = withOptBehind(plain, 4);
        DnsMessage first = read(plain);
        DnsMessage fromAnother = read(withOpt);
        DnsMessage fromAThird = read(withNsid);

        assertThat(first.edns()).isNull();
        assertThat(fromAnother.edns()).isNotNull();
        assertThat(requireNonNull(fromAThird.edns()).nsid()).hasSize(4);
        assertThat(fromAThird.answers()).isEqualTo(first.answers());
        assertThat(fromAThird.size()).isEqualTo(withNsid.length);
        assertThat(new MessageReaderTest().read(withNsid))
                .usingRecursiveComparison()
                .isEqualTo(fromAThird);
    }

    @Test
    void whatIsRepeatedInAReplyToAnotherQuestionIsNoReplyToIt() throws Exception {
        byte[] reply = soaReply(1, Rcode.NOERROR);
        read(reply);
        reader.load(Unpooled.wrappedBuffer(reply));

        assertThat(reader.echo(ZONE, Type.NS)).isEqualTo(Echo.DIFFERS);
        assertThat(reader.echo(DomainName.parse("example.org"), SOA)).isEqualTo(Echo.DIFFERS);
    }

    @Test
    void aReplyThatEndsInTheMiddleOfWhatItRepeatsIsBroken() throws Exception {
        byte[] reply = soaReply(1, Rcode.NOERROR);
        read(reply);

        for (int length = 12; length < reply.length; length++) {
            reader.load(Unpooled.wrappedBuffer(reply, 0, length));
            assertThat(reader.echo(ZONE, SOA) == Echo.MATCHES ? reader.message() : null)
                    .isNull();
        }
    }

    /** The reply with an OPT record, whose NSID has so many octets; of none, it has no NSID. */
    private static byte[] withOptBehind(byte[] reply, int nsid) {
        byte[] all = Arrays.copyOf(reply, reply.length + 11 + (nsid == 0 ? 0 : 4 + nsid));
        all[11]++;
        all[reply.length + 2] = Type.OPT;
        all[reply.length + 3] = 4;
        if (nsid > 0) {
            all[reply.length + 10] = (byte) (4 + nsid);
            all[reply.length + 12] = 3;
            all[reply.length + 14] = (byte) nsid;
        }
        return all;
    }

    private static byte[] soaReply(long serial, int rcode) throws Exception {
        Message reply = reply("example.com.", Type.SOA);
        reply.getHeader().setRcode(rcode);
        reply.addRecord(
                Record.fromString(
                        Name.fromString("example.com."),
                        Type.SOA,
                        DClass.IN,
                        3600,
                        "ns1.example.com. hostmaster.example.com. " + serial + " 1 2 3 4",
                        Name.root),
                Section.ANSWER);
        return reply.toWire();
    }

    private static long serialIn(DnsMessage message) {
        return ((ResourceRecord.Soa) message.answers().get(0)).soa().serial().value();
    }

    @Test
    void lookingAtTheEchoFirstChangesNothing() throws Exception {
        Message reply = reply("example.com.", Type.SOA);
        reply.addRecord(record("example.com.", Type.NS, "ns1.example.com."), Section.ANSWER);
        load(reply.toWire());
        DnsMessage unseen = reader.message();
        load(reply.toWire());

        assertThat(reader.echo(ZONE, SOA)).isEqualTo(Echo.MATCHES);
        assertThat(reader.message()).isEqualTo(unseen);
    }

    @Test
    void aReferralBringsServersAndTheirGlue() throws Exception {
        Message reply = reply("example.com.", Type.SOA);
        for (int i = 0; i < 13; i++) {
            Name server = Name.fromString("ns" + i + ".gtld-servers.net.");
            reply.addRecord(record("com.", Type.NS, server.toString()), Section.AUTHORITY);
            reply.addRecord(record(server.toString(), Type.A, "192.0.2." + i), Section.ADDITIONAL);
            reply.addRecord(record(server.toString(), Type.AAAA, "2001:db8::" + i), Section.ADDITIONAL);
        }

        DnsMessage message = read(reply.toWire());

        assertThat(message.authorities())
                .hasSize(13)
                .first()
                .extracting(record -> ((ResourceRecord.Pointer) record).target())
                .hasToString("ns0.gtld-servers.net");
        assertThat(message.additionals()).hasSize(26);
        assertThat(message.additionals().get(0).owner())
                .isSameAs(((ResourceRecord.Pointer) message.authorities().get(0)).target());
    }

    @Test
    void theOptRecordBringsTheEvidence() {
        String options = "0003" + "0002" + "6e73" // NSID "ns"
                + "0009" + "0004" + "00000e10" // EXPIRE 3600
                + "0013" + "0006" + "0200" + "00000007" // ZONEVERSION, 2 labels, serial 7
                + "000f" + "0002" + "0016" // EDE 22
                + "000f" + "0005" + "0017616263"; // EDE 23 "abc"
        byte[] message = hex("00008400" + "0000000000000001" + "00" + "0029" + "04d0" + "01000000" + "0027" + options);

        Edns edns = read(message).edns();

        assertThat(edns).isNotNull();
        assertThat(edns.udpSize()).isEqualTo(1232);
        assertThat(edns.nsid()).asString().isEqualTo("ns");
        assertThat(edns.expireSeconds()).isEqualTo(3600);
        assertThat(edns.zoneVersion()).isEqualTo(new Edns.ZoneVersion(2, 7));
        assertThat(edns.extendedErrors()).containsExactly(22, 23);
        assertThat(read(message).rcode()).isEqualTo(16);
    }

    @Test
    void octetsAfterTheLastRecordAreTolerated() throws Exception {
        byte[] wire = reply("example.com.", Type.SOA).toWire();

        assertThat(read(java.util.Arrays.copyOf(wire, wire.length + 5))).isNotNull();
    }

    @Test
    void soaDataMustBeTwoNamesAndTwentyOctets() {
        String head = "00008400" + "0000000100000000" + "00" + "0006" + "0001" + "00000000";
        String timers = "00".repeat(20);

        assertThat(parses(head + "0016" + "0000" + timers)).isTrue();
        assertThat(parses(head + "0015" + "0000" + timers.substring(2))).isFalse();
        assertThat(parses(head + "0017" + "0000" + timers + "00")).isFalse();
    }

    @Test
    void dataBeyondTheEndIsMalformed() {
        String head = "00008400" + "0000000100000000" + "00" + "0001" + "0001" + "00000000";

        assertThat(parses(head + "0004" + "c0000201")).isTrue();
        assertThat(parses(head + "0004" + "c00002")).isFalse();
        assertThat(parses(head + "0003" + "c00002")).isFalse();
        assertThat(parses(head + "ffff" + "c0000201")).isFalse();
    }

    @Test
    void aTruncatedMessageIsReadAsFarAsItGoes() {
        DnsMessage message = read(hex("00008600" + "0000000200000000" + "00" + "0001" + "0001" + "00000000" + "0004"
                + "c0000201" + "00" + "0001"));

        assertThat(message.isTruncated()).isTrue();
        assertThat(message.answers()).hasSize(1);
    }

    @Test
    void aTtlWithTheTopBitSetIsZero() {
        DnsMessage message =
                read(hex("00008400" + "0000000100000000" + "00" + "0001" + "0001" + "80000001" + "0004" + "c0000201"));

        assertThat(message.answers().get(0).ttl()).isZero();
    }

    @Test
    void pointersThatDoNotGoBackAreMalformed() {
        String header = "00008400" + "0001000000000000";

        assertThat(parses(header + "c00c" + "00060001")).as("to itself").isFalse();
        assertThat(parses(header + "0161c00c" + "00060001"))
                .as("to its own start")
                .isFalse();
        assertThat(parses(header + "c012" + "00060001" + "00")).as("forward").isFalse();
    }

    @Test
    void aNameEndsAt127Jumps() {
        assertThat(parses(hex(chainOfPointers(NameReader.JUMPS_MAX)))).isTrue();
        assertThat(parses(hex(chainOfPointers(NameReader.JUMPS_MAX + 1)))).isFalse();
    }

    /** One record whose data is a root label and pointers, each to the one before; owned by the last. */
    private static String chainOfPointers(int jumps) {
        StringBuilder data = new StringBuilder("00");
        int start = 12 + 11;
        for (int i = 0; i < jumps - 1; i++) {
            data.append("%04x".formatted(0xc000 | (i == 0 ? start : start + 1 + 2 * (i - 1))));
        }
        int last = start + 1 + 2 * (jumps - 2);
        int length = data.length() / 2;
        return "00008400" + "0000000200000000" + "00" + "0010" + "0001" + "00000000" + "%04x".formatted(length) + data
                + "%04x".formatted(0xc000 | last) + "0010" + "0001" + "00000000" + "0000";
    }

    @Test
    void aNameOf256OctetsIsMalformed() {
        String label63 = "3f" + "61".repeat(63);
        String tail = "00060001";
        String header = "00008400" + "0001000000000000";

        assertThat(parses(header + label63.repeat(3) + "3d" + "61".repeat(61) + "00" + tail))
                .isTrue();
        assertThat(parses(header + label63.repeat(3) + "3e" + "61".repeat(62) + "00" + tail))
                .isFalse();
    }

    @Test
    void theEchoIgnoresCaseButNotTypeOrName() throws Exception {
        load(reply("eXample.com.", Type.SOA).toWire());

        assertThat(reader.echo(ZONE, SOA)).isEqualTo(Echo.MATCHES);
        assertThat(reader.echo(ZONE, 2)).isEqualTo(Echo.DIFFERS);
        assertThat(reader.echo(DomainName.parse("example.net"), SOA)).isEqualTo(Echo.DIFFERS);
    }

    @Test
    void aQueryIsNoReply() throws Exception {
        Message query = reply("example.com.", Type.SOA);
        query.getHeader().unsetFlag(Flags.QR);
        load(query.toWire());

        assertThat(reader.echo(ZONE, SOA)).isEqualTo(Echo.DIFFERS);
    }

    @Test
    void onlySomeErrorsMayLeaveTheQuestionOut() {
        List<Integer> accepted = new ArrayList<>();
        for (int rcode = 0; rcode < 16; rcode++) {
            load(hex("0000800" + Integer.toHexString(rcode) + "0000000000000000"));
            if (reader.echo(ZONE, SOA) == Echo.MATCHES) {
                accepted.add(rcode);
            }
        }

        assertThat(accepted).containsExactly(Rcode.FORMERR, Rcode.SERVFAIL, Rcode.NOTIMP, Rcode.REFUSED);
    }

    @Test
    void aCutQuestionIsUnreadable() throws Exception {
        byte[] wire = reply("example.com.", Type.SOA).toWire();
        load(java.util.Arrays.copyOf(wire, wire.length - 1));

        assertThat(reader.echo(ZONE, SOA)).isEqualTo(Echo.UNREADABLE);
    }

    @Test
    void aMessageMayBeTooShortToHaveAnId() {
        load(new byte[1]);

        assertThat(reader.id()).isEqualTo(MessageReader.NO_ID);
        assertThat(reader.message()).isNull();
    }

    @Test
    void moreRecordsThanAnyoneNeedsAreReadButNotKept() {
        int count = SectionReader.RECORDS_MAX + 10;
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(hex("00008400" + "0000" + "%04x".formatted(count) + "00000000"));
        for (int i = 0; i < count; i++) {
            message.writeBytes(hex("00" + "0001" + "0001" + "00000000" + "0004" + "c0000201"));
        }

        assertThat(read(message.toByteArray()).answers()).hasSize(SectionReader.RECORDS_MAX);
    }

    private static Message reply(String name, int type) throws Exception {
        Message reply = Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN));
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        return reply;
    }

    private static Record record(String owner, int type, String data) throws Exception {
        return Record.fromString(Name.fromString(owner), type, DClass.IN, 3600, data, Name.root);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private boolean parses(String digits) {
        return parses(hex(digits));
    }

    private boolean parses(byte[] wire) {
        load(wire);
        return reader.message() != null;
    }

    private DnsMessage read(byte[] wire) {
        load(wire);
        DnsMessage message = reader.message();
        assertThat(message).isNotNull();
        return message;
    }

    private void load(byte[] wire) {
        reader.load(Unpooled.wrappedBuffer(wire));
    }
}
