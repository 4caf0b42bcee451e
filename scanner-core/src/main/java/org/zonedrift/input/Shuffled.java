package org.zonedrift.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Targets in a random order, as far as a buffer reaches: each is drawn from those that wait, and
 * the next of the input takes its place. Uniform only when all of them fitted into the buffer.
 */
public final class Shuffled implements Targets {

    /** Of names alone: some 200 octets each. */
    public static final int BUFFER_OF_NAMES = 1_000_000;

    /** Of targets that carry a delegation with glue: about 1 KiB each. */
    public static final int BUFFER_OF_DELEGATIONS = 200_000;

    private final Targets source;
    private final int capacity;
    private final RandomGenerator random;
    private final List<Target> waiting = new ArrayList<>();
    private boolean isFilled;
    private boolean isUniform;

    public Shuffled(Targets source, int capacity, RandomGenerator random) {
        this.source = source;
        this.capacity = capacity;
        this.random = random;
    }

    @Override
    public Optional<Target> next() {
        if (!isFilled) {
            fill();
        }
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        int drawn = random.nextInt(waiting.size());
        Optional<Target> successor = source.next();
        Target last = successor.isPresent() ? successor.get() : waiting.remove(waiting.size() - 1);
        return Optional.of(drawn == waiting.size() ? last : waiting.set(drawn, last));
    }

    private void fill() {
        isFilled = true;
        while (waiting.size() < capacity) {
            Optional<Target> target = source.next();
            if (target.isEmpty()) {
                isUniform = true;
                return;
            }
            waiting.add(target.get());
        }
    }

    /** How many targets at most wait to be drawn. */
    public int capacity() {
        return capacity;
    }

    /** Whether every order was equally likely, once the first target was drawn. */
    public boolean isUniform() {
        return isUniform;
    }
}
