package org.zonedrift.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.LimitGroup;
import org.zonedrift.zone.ServerAddress;

/**
 * How fast others are asked, over all lanes: all of them together, each address, and each prefix,
 * operator, parent or resolver. Waiting for one of them holds up nobody who is not subject to it.
 */
public final class Limits {

    /** Some 300 bytes each with its key: 300 MB when a scan meets that many servers. */
    private static final int DESTINATIONS_MAX = 1_000_000;

    private static final int GROUPS_MAX = 500_000;

    /** Enough to name those who matter. */
    private static final int THROTTLED_NAMED_MAX = 1_000;

    private final Politeness politeness;
    private volatile Share share = Share.whole();

    /** Made once, not for each datagram. */
    private final Function<ServerAddress, Destination> fresh = this::fresh;

    private final TotalRate total;
    private final Cache<ServerAddress, Destination> destinations = cache(DESTINATIONS_MAX);
    private final Cache<LimitGroup, DepartureTimes> groups = cache(GROUPS_MAX);
    private final Set<ServerAddress> throttled = ConcurrentHashMap.newKeySet();
    private final Set<ServerAddress> silenced = ConcurrentHashMap.newKeySet();

    public Limits(Politeness politeness) {
        this(politeness, TotalRate.rising(politeness.total()));
    }

    private Limits(Politeness politeness, TotalRate total) {
        this.politeness = politeness;
        this.total = total;
    }

    /** The same from full speed on: for servers and a way to them that are one's own. */
    public static Limits withoutRamp(Politeness politeness) {
        return new Limits(politeness, TotalRate.risen(politeness.total()));
    }

    /**
     * Takes a share of what was allowed at first, as others scan at the same time and take the rest. It
     * may change at any time: each limit that is in use follows.
     */
    public void take(Share ours) {
        share = ours;
        total.allow(Politeness.part(politeness.total(), ours.ofAll()));
        destinations.asMap().forEach((server, destination) -> destination.allow(ownRate(server.limitGroup())));
        groups.asMap().forEach((group, times) -> times.setRate(Math.max(1, sharedRate(group))));
    }

    private static <K, V> Cache<K, V> cache(int max) {
        return Caffeine.newBuilder().maximumSize(max).executor(Runnable::run).build();
    }

    Destination destination(ServerAddress server) {
        return destinations.get(server, fresh);
    }

    private Destination fresh(ServerAddress server) {
        int rate = ownRate(server.limitGroup());
        return new Destination(rate == 0 ? null : new DepartureTimes(rate, rate));
    }

    private int ownRate(LimitGroup group) {
        boolean isResolver = group.kind() == LimitGroup.Kind.RESOLVER;
        return Politeness.part(isResolver ? Politeness.PER_RESOLVER : politeness.perServer(), share.of(group));
    }

    /** Whether name servers are asked as fast as may be: neither they nor what they are part of is limited. */
    boolean areForResolversAlone() {
        return politeness.perServer() == 0;
    }

    /** The limit that the address shares with others, or null. */
    @Nullable
    DepartureTimes shared(ServerAddress server, Destination destination, long now) {
        if (areForResolversAlone()) {
            return null;
        }
        SharedLimit known = destination.shared();
        if (known == null || !known.isFor(server, now)) {
            known = new SharedLimit(server, timesOf(server.limitGroup()), now);
            destination.share(known);
        }
        return known.times();
    }

    /** What is known of the address; null where nobody asked it yet. */
    @Nullable
    Destination destinationInUse(ServerAddress server) {
        return destinations.getIfPresent(server);
    }

    /** The limit that the address shares with others who were asked, or null. */
    @Nullable
    DepartureTimes sharedInUse(ServerAddress server, @Nullable Destination known, long now) {
        if (areForResolversAlone()) {
            return null;
        }
        SharedLimit shared = known == null ? null : known.shared();
        // To name the group of an address costs more than all else here.
        return shared != null && shared.isFor(server, now) ? shared.times() : groups.getIfPresent(server.limitGroup());
    }

    /** Where those are counted who wait to ask this address. */
    List<Line> lines(ServerAddress server, Destination destination, long now) {
        return Stream.of(destination.times(), shared(server, destination, now))
                .flatMap(Stream::ofNullable)
                .map(DepartureTimes::line)
                .toList();
    }

    private @Nullable DepartureTimes timesOf(LimitGroup group) {
        return sharedRate(group) == 0 ? null : groups.get(group, this::times);
    }

    private DepartureTimes times(LimitGroup group) {
        int rate = sharedRate(group);
        return new DepartureTimes(rate, Math.max(1, rate / 4));
    }

    private int sharedRate(LimitGroup group) {
        return switch (group.kind()) {
            case PREFIX -> Politeness.part(politeness.perPrefix(), share.of(group));
            case OPERATOR -> Politeness.part(politeness.perOperator(), share.of(group));
            case PARENT, RESOLVER -> 0;
        };
    }

    TotalRate total() {
        return total;
    }

    /** Notes who is asked more slowly than others, and who is left alone. */
    void note(ServerAddress server, Destination destination, boolean leftAlone) {
        if (destination.wasThrottled() && throttled.size() < THROTTLED_NAMED_MAX) {
            throttled.add(server);
        }
        if (leftAlone && silenced.size() < THROTTLED_NAMED_MAX) {
            silenced.add(server);
        }
    }

    /** The addresses that are booked furthest ahead, and for how many nanoseconds; the furthest first. */
    public Map<ServerAddress, Long> backlogs(long now, int most) {
        Map<ServerAddress, Long> found = new LinkedHashMap<>();
        destinations.asMap().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().backlog(now)))
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<ServerAddress, Long>comparingByValue().reversed())
                .limit(most)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /**
     * What one address was asked.
     *
     * @param queries datagrams and connections of questions that have ended
     * @param lost how many of them were waited for in vain
     */
    public record Burden(ServerAddress address, long queries, long lost) {}

    /** The addresses that were asked most, the busiest first. */
    public List<Burden> busiest(int most) {
        return destinations.asMap().entrySet().stream()
                .map(entry -> new Burden(
                        entry.getKey(),
                        entry.getValue().sent(),
                        entry.getValue().lost()))
                .filter(burden -> burden.queries() > 0)
                .sorted(Comparator.comparingLong(Burden::queries).reversed().thenComparing(Burden::address))
                .limit(most)
                .toList();
    }

    /** How many addresses were asked, as far as they are remembered: a million at least. */
    public long asked() {
        return destinations.estimatedSize();
    }

    /** Addresses that were asked more slowly, since they lost or refused what we sent. */
    public Set<ServerAddress> throttled() {
        return new TreeSet<>(throttled);
    }

    /** Addresses that stopped answering and were left alone for a while. */
    public Set<ServerAddress> silenced() {
        return new TreeSet<>(silenced);
    }
}
