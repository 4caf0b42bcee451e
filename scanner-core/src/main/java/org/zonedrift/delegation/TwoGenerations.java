package org.zonedrift.delegation;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bounded map that forgets what was not used lately: when the young half is full it becomes the
 * old half, and what the old half held is dropped unless it was asked for meanwhile. Shared by all
 * lanes.
 */
final class TwoGenerations<K, V> {

    private final int generationMax;
    private volatile ConcurrentHashMap<K, V> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<K, V> old = new ConcurrentHashMap<>();

    /** Holds {@code entriesMax} entries at most, and never forgets the latest half of them. */
    TwoGenerations(int entriesMax) {
        this.generationMax = Math.max(1, entriesMax / 2);
    }

    @Nullable
    V find(K key) {
        V value = young.get(key);
        if (value != null) {
            return value;
        }
        value = old.get(key);
        if (value != null) {
            put(key, value);
        }
        return value;
    }

    void put(K key, V value) {
        young.put(key, value);
        if (young.size() > generationMax) {
            age();
        }
    }

    private synchronized void age() {
        if (young.size() > generationMax) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
