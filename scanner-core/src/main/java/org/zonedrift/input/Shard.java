package org.zonedrift.input;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * One of several equal parts of an input: the names whose keyed hash leaves this remainder. With
 * one key, every name falls into exactly one part, whoever computes it and wherever.
 *
 * @param index from 0
 */
public record Shard(int index, int count, long key) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    public Shard {
        if (count < 1 || index < 0 || index >= count) {
            throw new IllegalArgumentException("a shard is written I/N with 0 <= I < N, not " + index + "/" + count);
        }
    }

    /** A line without a name goes where its number leads, so that it is told exactly once too. */
    public boolean holds(Target target) {
        long hash = hashOf(nameOf(target), target.line());
        return Long.remainderUnsigned(hash, count) == index;
    }

    private static @Nullable DomainName nameOf(Target target) {
        return target instanceof Target.Zone zone
                ? zone.name()
                : target instanceof Target.Unmeasured unmeasured ? unmeasured.name() : null;
    }

    private long hashOf(@Nullable DomainName name, Target.Line line) {
        long hash = mixed(key) ^ FNV_OFFSET;
        if (name == null) {
            return mixed(hash ^ line.number());
        }
        for (byte octet : name.wire()) {
            hash = (hash ^ octet) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** Spreads every bit over all others (the finisher of MurmurHash3). */
    private static long mixed(long bits) {
        long spread = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        spread = (spread ^ spread >>> 33) * 0xc4ceb9fe1a85ec53L;
        return spread ^ spread >>> 33;
    }
}
