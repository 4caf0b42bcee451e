package org.zonedrift.exchange.engine;

import java.util.random.RandomGenerator;

/** Random numbers drawn from a source in large portions, since good sources are slow. */
final class UnguessableNumbers {

    private static final int PORTION = 1 << 13;

    private final RandomGenerator source;
    private final byte[] portion = new byte[PORTION];
    private int at = PORTION;

    /** The source must be a cryptographic one wherever somebody might guess. */
    UnguessableNumbers(RandomGenerator source) {
        this.source = source;
    }

    /** 16 random bits. */
    int next() {
        if (at == PORTION) {
            source.nextBytes(portion);
            at = 0;
        }
        int number = (portion[at] & 0xff) << 8 | portion[at + 1] & 0xff;
        at += 2;
        return number;
    }
}
