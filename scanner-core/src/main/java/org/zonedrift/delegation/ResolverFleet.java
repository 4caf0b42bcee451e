package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * The resolvers that the user named. Questions spread over them evenly, save that one that fails,
 * lies or slows down gets fewer. Shared by all lanes.
 */
public final class ResolverFleet {

    /** Draws that may be rejected before the healthiest so far is taken. */
    private static final int DRAWS_MAX = 8;

    /** The usual speed is taken anew after so many questions. */
    private static final int USUAL_EVERY = 256;

    private final List<Resolver> resolvers;
    private volatile double usualRttNanos;
    private final AtomicInteger picks = new AtomicInteger();

    /**
     * @param addresses at least one; the user names them, so special-purpose ones are fine
     */
    public ResolverFleet(List<ServerAddress> addresses) {
        this.resolvers = addresses.stream().distinct().map(Resolver::new).toList();
        if (resolvers.isEmpty()) {
            throw new IllegalArgumentException("a fleet needs a resolver");
        }
        this.usualRttNanos = usualRtt();
    }

    /** A resolver for the name that is not among those asked already; null when none is left. */
    @Nullable
    Resolver pick(DomainName name, Set<Resolver> asked) {
        if (asked.size() >= resolvers.size()) {
            return null;
        }
        int pick = picks.getAndIncrement();
        if (pick % USUAL_EVERY == 0) {
            usualRttNanos = usualRtt();
        }
        List<Resolver> left = resolvers;
        if (!asked.isEmpty()) {
            left = new ArrayList<>(resolvers);
            left.removeAll(asked);
        }
        return draw(left, new SplittableRandom(31L * name.hashCode() + pick));
    }

    private Resolver draw(List<Resolver> from, SplittableRandom random) {
        Resolver best = from.get(random.nextInt(from.size()));
        for (int i = 0; i < DRAWS_MAX; i++) {
            Resolver drawn = from.get(random.nextInt(from.size()));
            if (random.nextDouble() < drawn.share(usualRttNanos)) {
                return drawn;
            }
            best = drawn.share(usualRttNanos) > best.share(usualRttNanos) ? drawn : best;
        }
        return best;
    }

    /** What the better half keeps to: an average would forgive a slow one among few. */
    private double usualRtt() {
        double[] times =
                resolvers.stream().mapToDouble(Resolver::rttNanos).sorted().toArray();
        return times[(times.length - 1) / 2];
    }
}
