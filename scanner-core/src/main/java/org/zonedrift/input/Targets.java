package org.zonedrift.input;

import java.util.Optional;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;

/**
 * Targets in order, read as they are asked for.
 *
 * <p>Not for two threads at once. A fault of the source in mid-stream is an {@link
 * InputException}; a bad line is a target like any other.
 */
@FunctionalInterface
public interface Targets {

    /** The next target, or nothing at the end, and from then on nothing for ever. */
    Optional<Target> next();

    /**
     * The targets as a stream that reads on the thread that requests, and only what was requested.
     * It can be subscribed once.
     */
    default Flux<Target> flux() {
        return Flux.generate(sink -> next().ifPresentOrElse(sink::next, sink::complete));
    }

    /** Only the targets that pass. */
    default Targets only(Predicate<? super Target> wanted) {
        return () -> {
            Optional<Target> target = next();
            while (target.isPresent() && !wanted.test(target.get())) {
                target = next();
            }
            return target;
        };
    }

    /** At most so many of them. */
    default Targets first(long most) {
        return new Targets() {
            private long left = most;

            @Override
            public Optional<Target> next() {
                return left-- > 0 ? Targets.this.next() : Optional.empty();
            }
        };
    }
}
