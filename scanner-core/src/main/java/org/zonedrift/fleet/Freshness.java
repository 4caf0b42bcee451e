package org.zonedrift.fleet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;

/**
 * How up to date one resolver's SOA records are, beside those of the zones' own servers.
 *
 * @param counts zones by standing
 * @param furthest those that are behind, the furthest first
 * @param knownStale answers of which the resolver said itself that they have expired
 */
public record Freshness(Map<Standing, Integer> counts, List<Behind> furthest, int knownStale) {

    /** Enough to look at by hand. */
    private static final int SHOWN_MAX = 20;

    /** Where a resolver's serial stands. */
    public enum Standing {
        CURRENT("current"),
        /** As old as what one of the zone's own servers shows: not the resolver's doing. */
        AS_OTHER_SERVERS("as-some-server"),
        BEHIND("behind"),
        /** The zone has moved on since its servers were asked. */
        AHEAD("ahead"),
        /** Half the circle away. */
        INCOMPARABLE("incomparable"),
        /** The resolver showed no SOA record of the zone. */
        NOTHING("nothing");

        private final String key;

        Standing(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /**
     * A zone of which the resolver shows an old version.
     *
     * @param lag versions
     * @param ttl seconds for which it may go on
     */
    public record Behind(DomainName zone, SerialNumber shown, SerialNumber newest, long lag, long ttl) {}

    /** How fresh each resolver is, by the order of the plan; zones whose truth is unknown are left out. */
    public static List<Freshness> of(SoaLooks.Seen seen, Function<DomainName, @Nullable Authority> truth) {
        int resolvers = seen.looks().length == 0 ? 0 : seen.looks()[0].length;
        List<Freshness> fleet = new ArrayList<>();
        for (int resolver = 0; resolver < resolvers; resolver++) {
            fleet.add(of(seen, resolver, truth));
        }
        return fleet;
    }

    private static Freshness of(SoaLooks.Seen seen, int resolver, Function<DomainName, @Nullable Authority> truth) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        List<Behind> behind = new ArrayList<>();
        int knownStale = 0;
        for (int i = 0; i < seen.names().size(); i++) {
            DomainName zone = seen.names().get(i);
            Authority authority = truth.apply(zone);
            SoaLook look = seen.looks()[i][resolver];
            if (authority == null) {
                continue;
            }
            Standing standing =
                    look == null || !look.zone().equals(zone) ? Standing.NOTHING : standing(look.serial(), authority);
            counts.merge(standing, 1, Integer::sum);
            knownStale += look != null && look.knownStale() ? 1 : 0;
            if (look != null && standing == Standing.BEHIND) {
                SerialNumber newest = authority.newest();
                long lag = Integer.toUnsignedLong(newest.bits() - look.serial().bits());
                behind.add(new Behind(zone, look.serial(), newest, lag, look.ttl()));
            }
        }
        behind.sort((one, other) -> Long.compare(other.lag(), one.lag()));
        return new Freshness(counts, behind.subList(0, Math.min(SHOWN_MAX, behind.size())), knownStale);
    }

    static Standing standing(SerialNumber shown, Authority authority) {
        if (shown.equals(authority.newest())) {
            return Standing.CURRENT;
        }
        if (shown.isNewerThan(authority.newest())) {
            return Standing.AHEAD;
        }
        if (!authority.newest().isNewerThan(shown)) {
            return Standing.INCOMPARABLE;
        }
        return authority.oldest().isNewerThan(shown) ? Standing.BEHIND : Standing.AS_OTHER_SERVERS;
    }

    /** Zones with this standing. */
    public int count(Standing standing) {
        return counts.getOrDefault(standing, 0);
    }

    /** Zones that were compared. */
    public int zones() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many versions it is behind at worst. */
    public long lagMax() {
        return furthest.isEmpty() ? 0 : furthest.get(0).lag();
    }
}
