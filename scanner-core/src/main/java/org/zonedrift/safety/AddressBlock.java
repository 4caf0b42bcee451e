package org.zonedrift.safety;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.AddressText;

/**
 * All addresses that begin with the same bits, as {@code 192.0.2.0/24} writes them.
 *
 * @param prefix 4 or 16 octets, zero after the prefix; never to be changed
 */
public record AddressBlock(byte[] prefix, int bits) {

    public AddressBlock {
        prefix = masked(prefix, bits);
    }

    /** The block that the text names; an address alone is a block of one. */
    public static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> octets = AddressText.parse(slash < 0 ? text : text.substring(0, slash));
        if (octets.isEmpty()) {
            return Optional.empty();
        }
        int width = octets.get().length * Byte.SIZE;
        int bits = slash < 0 ? width : number(text.substring(slash + 1));
        return bits < 0 || bits > width ? Optional.empty() : Optional.of(new AddressBlock(octets.get(), bits));
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }

    /** Whether the address, in 4 or 16 octets, lies in this block. */
    public boolean contains(byte[] octets) {
        if (octets.length != prefix.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        if (!Arrays.equals(octets, 0, whole, prefix, 0, whole)) {
            return false;
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((octets[whole] ^ prefix[whole]) & 0xff) >> Byte.SIZE - rest == 0;
    }

    private static byte[] masked(byte[] octets, int bits) {
        byte[] masked = octets.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.min(Byte.SIZE, Math.max(0, bits - i * Byte.SIZE));
            masked[i] &= (byte) (0xff00 >> kept);
        }
        return masked;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressBlock that && bits == that.bits && Arrays.equals(prefix, that.prefix);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(prefix) + bits;
    }

    @Override
    public String toString() {
        return AddressText.write(prefix) + "/" + bits;
    }
}
