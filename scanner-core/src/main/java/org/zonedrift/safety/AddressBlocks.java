package org.zonedrift.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Many blocks of addresses in order; asking is a search among them and makes nothing. */
public final class AddressBlocks {

    /** Of blocks that begin alike the widest stands first. */
    private static final Comparator<AddressBlock> BY_BEGIN =
            Comparator.comparing(AddressBlock::prefix, Arrays::compareUnsigned).thenComparingInt(AddressBlock::bits);

    private final int size;
    private final AddressBlock[] ipv4;
    private final AddressBlock[] ipv6;

    public AddressBlocks(Collection<AddressBlock> blocks) {
        this.size = new HashSet<>(blocks).size();
        this.ipv4 = outermost(blocks, 4);
        this.ipv6 = outermost(blocks, 16);
    }

    /** No address at all. */
    public static AddressBlocks none() {
        return new AddressBlocks(List.of());
    }

    /** The blocks of one family that lie in no other, in the order of their addresses. */
    private static AddressBlock[] outermost(Collection<AddressBlock> blocks, int octets) {
        List<AddressBlock> outermost = new ArrayList<>();
        blocks.stream()
                .filter(block -> block.prefix().length == octets)
                .sorted(BY_BEGIN)
                .forEach(block -> {
                    if (outermost.isEmpty()
                            || !outermost.get(outermost.size() - 1).contains(block.prefix())) {
                        outermost.add(block);
                    }
                });
        return outermost.toArray(AddressBlock[]::new);
    }

    public int size() {
        return size;
    }

    /** Whether the address, in 4 or 16 octets, lies in any of the blocks. */
    public boolean contain(byte[] octets) {
        AddressBlock[] blocks = octets.length == 4 ? ipv4 : ipv6;
        int from = 0;
        int to = blocks.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (Arrays.compareUnsigned(blocks[middle].prefix(), octets) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from > 0 && blocks[from - 1].contains(octets);
    }
}
