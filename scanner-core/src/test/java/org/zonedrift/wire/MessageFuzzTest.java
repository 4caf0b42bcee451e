package org.zonedrift.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Tag;
import org.zonedrift.zone.DomainName;

/**
 * Any octets at all: read twice, they say the same, and nothing escapes. Fuzzing
 * instruments the whole JVM, hence the tag.
 */
@Tag("fuzz")
class MessageFuzzTest {

    private static final DomainName ZONE = DomainName.parse("example.com");
    private static final int SOA = 6;

    private final MessageReader reader = new MessageReader();

    @FuzzTest
    void anyOctetsAreReadOrRejected(byte[] octets) {
        DnsMessage first = read(octets);
        DnsMessage second = read(octets);
        if ((first == null) != (second == null)) {
            throw new AssertionError("read once, rejected once");
        }
    }

    private DnsMessage read(byte[] octets) {
        reader.load(Unpooled.wrappedBuffer(octets));
        reader.echo(ZONE, SOA);
        return reader.message();
    }
}
