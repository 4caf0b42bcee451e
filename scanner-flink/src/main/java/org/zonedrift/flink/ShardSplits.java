package org.zonedrift.flink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Parts of the input as octets, as checkpoints keep them: two numbers and a position each. */
final class ShardSplits implements SimpleVersionedSerializer<List<ShardSplit>> {

    private static final int VERSION = 1;
    private static final int OCTETS = 2 * Integer.BYTES + Long.BYTES;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(List<ShardSplit> splits) {
        ByteBuffer octets = ByteBuffer.allocate(splits.size() * OCTETS);
        splits.forEach(
                split -> octets.putInt(split.index()).putInt(split.count()).putLong(split.read()));
        return octets.array();
    }

    @Override
    public List<ShardSplit> deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("splits of version " + version + ", which nobody knows");
        }
        ByteBuffer octets = ByteBuffer.wrap(serialized);
        List<ShardSplit> splits = new ArrayList<>();
        while (octets.hasRemaining()) {
            splits.add(new ShardSplit(octets.getInt(), octets.getInt(), octets.getLong()));
        }
        return splits;
    }

    /** The same for one of them. */
    static final class One implements SimpleVersionedSerializer<ShardSplit> {

        private final ShardSplits several = new ShardSplits();

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(ShardSplit split) {
            return several.serialize(List.of(split));
        }

        @Override
        public ShardSplit deserialize(int version, byte[] serialized) throws IOException {
            return several.deserialize(version, serialized).get(0);
        }
    }
}
