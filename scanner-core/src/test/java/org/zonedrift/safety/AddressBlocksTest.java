package org.zonedrift.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.AddressText;

class AddressBlocksTest {

    private static AddressBlock block(String text) {
        return AddressBlock.parse(text).orElseThrow();
    }

    private static byte[] octets(String text) {
        return AddressText.parse(text).orElseThrow();
    }

    @Test
    void aBlockInsideAnotherChangesNothingButTheirNumber() {
        AddressBlocks blocks =
                new AddressBlocks(List.of(block("10.1.2.0/24"), block("10.0.0.0/8"), block("10.0.0.0/24")));

        assertThat(blocks.size()).isEqualTo(3);
        assertThat(blocks.contain(octets("10.1.2.3"))).isTrue();
        assertThat(blocks.contain(octets("10.200.0.0"))).isTrue();
        assertThat(blocks.contain(octets("11.0.0.0"))).isFalse();
        assertThat(blocks.contain(octets("9.255.255.255"))).isFalse();
    }

    @Test
    void familiesAreKeptApart() {
        AddressBlocks blocks = new AddressBlocks(List.of(block("0.0.0.0/0")));

        assertThat(blocks.contain(octets("255.255.255.255"))).isTrue();
        assertThat(blocks.contain(octets("::1"))).isFalse();
    }

    @Test
    void manyBlocksContainWhatOneOfThemContains() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 50; round++) {
            List<AddressBlock> blocks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                blocks.add(new AddressBlock(address(random), 4 + random.nextInt(29)));
            }
            AddressBlocks all = new AddressBlocks(blocks);
            for (int i = 0; i < 200; i++) {
                byte[] asked = address(random);
                assertThat(all.contain(asked)).isEqualTo(blocks.stream().anyMatch(block -> block.contains(asked)));
            }
        }
    }

    /** Few enough first octets that blocks meet. */
    private static byte[] address(SplittableRandom random) {
        byte[] octets = new byte[4];
        random.nextBytes(octets);
        octets[0] = (byte) (random.nextInt(4) * 0x55);
        octets[1] &= 3;
        return octets;
    }
}
