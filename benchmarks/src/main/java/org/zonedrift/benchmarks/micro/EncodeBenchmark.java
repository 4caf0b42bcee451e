package org.zonedrift.benchmarks.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.wire.QuestionTemplate;
import org.zonedrift.zone.DomainName;

/** Writing a question. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EncodeBenchmark {

    private static final int SOA = 6;

    private final DomainName name = DomainName.parse("some-domain-name.example");
    private final QuestionTemplate template = QuestionTemplate.plain().withEdns(Set.of(EdnsOption.NSID));
    private final ByteBuf kept = PooledByteBufAllocator.DEFAULT.directBuffer(512);
    private int id;

    /** Into a buffer that is there already. */
    @Benchmark
    public ByteBuf intoOneBuffer() {
        template.write(kept.clear(), ++id & 0xffff, name, SOA);
        return kept;
    }

    /** Into a buffer of its own, taken from the pool and given back. */
    @Benchmark
    public boolean intoPooledBuffer() {
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(template.sizeFor(name));
        template.write(buffer, ++id & 0xffff, name, SOA);
        return buffer.release();
    }
}
