package org.zonedrift.benchmarks.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.Echo;
import org.zonedrift.wire.MessageReader;
import org.zonedrift.zone.DomainName;

/** Checking and reading a reply: the two that a scan sees most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParseBenchmark {

    private static final int SERVERS = 13;
    private static final DomainName ZONE = DomainName.parse("example.com");

    private final MessageReader reader = new MessageReader();
    private final ByteBuf soaAnswer = buffer(soaAnswer());
    private final ByteBuf referral = buffer(referral());

    /** An SOA with the names of an operator that was seen before. */
    @Benchmark
    public @Nullable DnsMessage soa() {
        return read(soaAnswer);
    }

    /** 13 NS, 13 A, 13 AAAA and OPT, compressed. */
    @Benchmark
    public @Nullable DnsMessage referralWithGlue() {
        return read(referral);
    }

    private @Nullable DnsMessage read(ByteBuf message) {
        reader.load(message);
        return reader.echo(ZONE, Type.SOA) == Echo.MATCHES ? reader.message() : null;
    }

    private static byte[] soaAnswer() {
        Message reply = reply();
        reply.addRecord(
                record("example.com.", Type.SOA, "ns1.operator.example. hostmaster.operator.example. 7 1 2 3 4"),
                Section.ANSWER);
        return reply.toWire();
    }

    private static byte[] referral() {
        Message reply = reply();
        for (int i = 0; i < SERVERS; i++) {
            String server = (char) ('a' + i) + ".gtld-servers.net.";
            reply.addRecord(record("com.", Type.NS, server), Section.AUTHORITY);
            reply.addRecord(record(server, Type.A, "192.0.2." + i), Section.ADDITIONAL);
            reply.addRecord(record(server, Type.AAAA, "2001:db8::" + i), Section.ADDITIONAL);
        }
        return reply.toWire();
    }

    private static Message reply() {
        Message reply = Message.newQuery(Record.newRecord(name("example.com."), Type.SOA, DClass.IN));
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        return reply;
    }

    private static Record record(String owner, int type, String data) {
        try {
            return Record.fromString(name(owner), type, DClass.IN, 3600, data, Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException(data, e);
        }
    }

    private static Name name(String text) {
        return Name.fromConstantString(text);
    }

    private static ByteBuf buffer(byte[] octets) {
        return PooledByteBufAllocator.DEFAULT.directBuffer(octets.length).writeBytes(octets);
    }
}
