package org.zonedrift.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseDecoder;
import io.netty.handler.codec.dns.DnsSection;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.zonedrift.zone.DomainName;

class HostileMessagesTest {

    private static final int MESSAGES = 2_000;
    private static final int SPOILED_OF_EACH = 10;
    private static final DomainName ZONE = DomainName.parse("example.com");

    private final MessageReader reader = new MessageReader();

    @Test
    void honestMessagesAreReadAsDnsjavaReadsThem() throws Exception {
        HostileMessages messages = new HostileMessages(1);
        for (int i = 0; i < MESSAGES; i++) {
            byte[] wire = messages.honest();
            assertThat(read(wire)).isNotNull();
            compareWithDnsjava(read(wire), new Message(wire));
        }
    }

    @Test
    void honestMessagesHaveTheRecordsThatNettyFinds() throws Exception {
        HostileMessages messages = new HostileMessages(2);
        EmbeddedChannel oracle = new EmbeddedChannel(new DatagramDnsResponseDecoder());
        InetSocketAddress somewhere = new InetSocketAddress("127.0.0.1", 53);
        for (int i = 0; i < MESSAGES; i++) {
            byte[] wire = messages.honest();
            oracle.writeInbound(new DatagramPacket(Unpooled.wrappedBuffer(wire), somewhere, somewhere));
            DatagramDnsResponse theirs = oracle.readInbound();
            DnsMessage ours = read(wire);
            assertThat(ours.answers()).hasSize(theirs.count(DnsSection.ANSWER));
            assertThat(ours.authorities()).hasSize(theirs.count(DnsSection.AUTHORITY));
            assertThat(ours.rcode() & 0xf).isEqualTo(theirs.code().intValue());
            assertThat(ours.isAuthoritative()).isEqualTo(theirs.isAuthoritativeAnswer());
            theirs.release();
        }
        oracle.finishAndReleaseAll();
    }

    @Test
    void spoiledMessagesNeitherEscapeNorLeakNorHang() throws Exception {
        HostileMessages messages = new HostileMessages(3);
        int read = 0;
        for (int i = 0; i < MESSAGES; i++) {
            byte[] honest = messages.honest();
            for (int j = 0; j < SPOILED_OF_EACH; j++) {
                byte[] spoiled = messages.spoiled(honest);
                ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer().writeBytes(spoiled);
                reader.load(buffer);
                reader.echo(ZONE, 6);
                read += reader.message() == null ? 0 : 1;
                assertThat(buffer.readableBytes()).isEqualTo(spoiled.length);
                assertThat(buffer.release()).isTrue();
            }
        }

        assertThat(read).as("some survive, some do not").isBetween(1, MESSAGES * SPOILED_OF_EACH - 1);
    }

    @Test
    void whatBothReadOfSpoiledMessagesIsTheSame() throws Exception {
        HostileMessages messages = new HostileMessages(4);
        int compared = 0;
        for (int i = 0; i < MESSAGES * SPOILED_OF_EACH; i++) {
            byte[] spoiled = messages.spoiled(messages.honest());
            DnsMessage ours = read(spoiled);
            Message theirs = dnsjava(spoiled);
            if (ours != null && theirs != null && onlyInternetClass(theirs) && !ours.isTruncated()) {
                compareWithDnsjava(ours, theirs);
                compared++;
            }
        }

        assertThat(compared).isPositive();
    }

    private static Message dnsjava(byte[] wire) {
        try {
            return new Message(wire);
        } catch (java.io.IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean onlyInternetClass(Message message) {
        for (int section = Section.ANSWER; section <= Section.ADDITIONAL; section++) {
            for (org.xbill.DNS.Record record : message.getSection(section)) {
                if (record.getDClass() != org.xbill.DNS.DClass.IN && record.getType() != org.xbill.DNS.Type.OPT) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void compareWithDnsjava(DnsMessage ours, Message theirs) {
        assertThat(texts(ours.answers())).isEqualTo(HostileMessages.textsOf(theirs, Section.ANSWER, false));
        assertThat(texts(ours.authorities())).isEqualTo(HostileMessages.textsOf(theirs, Section.AUTHORITY, false));
        assertThat(texts(ours.additionals())).isEqualTo(HostileMessages.textsOf(theirs, Section.ADDITIONAL, true));
        for (int i = 0; i < ours.answers().size(); i++) {
            if (ours.answers().get(i) instanceof ResourceRecord.Soa soa) {
                SOARecord same = (SOARecord) recordsWithoutOpt(theirs).get(i);
                assertThat(soa.soa().serial().value()).isEqualTo(same.getSerial());
                assertThat(soa.soa().minimum()).isEqualTo(same.getMinimum());
                assertThat(soa.soa().mname().wire()).isEqualTo(same.getHost().toWireCanonical());
                assertThat(soa.soa().rname().wire()).isEqualTo(same.getAdmin().toWireCanonical());
            }
        }
    }

    private static List<org.xbill.DNS.Record> recordsWithoutOpt(Message message) {
        return message.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() != org.xbill.DNS.Type.OPT)
                .toList();
    }

    private static List<String> texts(List<ResourceRecord> records) {
        return records.stream()
                .map(record -> dnsjavaForm(record.owner()) + " " + record.type() + " " + record.ttl())
                .toList();
    }

    private static String dnsjavaForm(DomainName name) {
        try {
            return new org.xbill.DNS.Name(name.wire()).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private DnsMessage read(byte[] wire) {
        reader.load(Unpooled.wrappedBuffer(wire));
        return reader.message();
    }
}
