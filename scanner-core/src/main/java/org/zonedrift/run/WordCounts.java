package org.zonedrift.run;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** How often each constant of an enum occurred, told by the constants' published words. */
final class WordCounts<E extends Enum<E>> {

    private final List<String> words;
    private final long[] counts;

    WordCounts(E[] constants, Function<E, String> word) {
        this.words = Arrays.stream(constants).map(word).toList();
        this.counts = new long[constants.length];
    }

    void add(E constant) {
        counts[constant.ordinal()]++;
    }

    long of(E constant) {
        return counts[constant.ordinal()];
    }

    /** Those that occurred. */
    SortedMap<String, Long> told() {
        SortedMap<String, Long> told = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                told.put(words.get(i), counts[i]);
            }
        }
        return told;
    }

    void save(DataOutput out) throws IOException {
        SortedMap<String, Long> told = told();
        out.writeInt(told.size());
        for (Map.Entry<String, Long> entry : told.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    /** Adds what was saved. */
    void restore(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String word = in.readUTF();
            int index = words.indexOf(word);
            if (index < 0) {
                throw new IOException("nobody knows the word " + word);
            }
            counts[index] += in.readLong();
        }
    }
}
