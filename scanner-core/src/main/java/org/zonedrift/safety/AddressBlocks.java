package org.zonedrift.safety;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Many blocks of addresses; asking costs one look-up for each prefix length that occurs. */
public final class AddressBlocks {

    private final Set<AddressBlock> blocks;
    private final int[] ipv4Lengths;
    private final int[] ipv6Lengths;

    public AddressBlocks(Collection<AddressBlock> blocks) {
        this.blocks = Set.copyOf(new HashSet<>(blocks));
        this.ipv4Lengths = lengths(4);
        this.ipv6Lengths = lengths(16);
    }

    /** No address at all. */
    public static AddressBlocks none() {
        return new AddressBlocks(List.of());
    }

    private int[] lengths(int octets) {
        return blocks.stream()
                .filter(block -> block.prefix().length == octets)
                .mapToInt(AddressBlock::bits)
                .distinct()
                .toArray();
    }

    public int size() {
        return blocks.size();
    }

    /** Whether the address, in 4 or 16 octets, lies in any of the blocks. */
    public boolean contain(byte[] octets) {
        for (int bits : octets.length == 4 ? ipv4Lengths : ipv6Lengths) {
            if (blocks.contains(new AddressBlock(octets, bits))) {
                return true;
            }
        }
        return false;
    }
}
