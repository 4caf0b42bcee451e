package org.zonedrift.cli.bench;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.fleet.CacheMix;
import org.zonedrift.fleet.Query;
import org.zonedrift.fleet.Repertoire;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;
import picocli.CommandLine.Option;

/** How much of what is asked is in the resolvers' caches. */
public final class MixOptions {

    private static final int USUAL_WARM_NAMES = 1_000;

    @Option(
            names = "--cache-hit",
            paramLabel = "SHARE",
            description =
                    "this share of queries for names asked before (1: warm, 0: cold), the most popular most often; "
                            + "without it the list is asked in its order")
    @Nullable
    Double hit;

    @Option(
            names = "--warm-names",
            paramLabel = "N",
            description = "how many names, from the top of the list, are warm (default: half of them, "
                    + USUAL_WARM_NAMES + " at most); the others are cold")
    @Nullable
    Integer warmNames;

    @Option(
            names = "--cold-zone",
            paramLabel = "ZONE",
            description = "make up cold names below this zone of yours, instead of taking them from the list")
    @Nullable
    String coldZone;

    @Option(
            names = "--zipf",
            paramLabel = "S",
            defaultValue = "1.0",
            description = "how much more often popular names are asked (default: ${DEFAULT-VALUE})")
    double zipf = 1;

    /** Where queries come from. */
    Repertoire.Source source(List<Query> queries, long seed) {
        Double share = hit;
        if (share == null) {
            return Repertoire.Source.inOrder(queries);
        }
        if (share < 0 || share > 1) {
            throw Refusal.wrongUsage("--cache-hit " + share + ": a share from 0 to 1, please");
        }
        int warm = warm(queries.size());
        List<Query> cold = queries.subList(warm, queries.size());
        DomainName zone = zone();
        if (cold.isEmpty() && zone == null) {
            throw Refusal.wrongUsage("--cache-hit needs names for both halves: more of them, or --cold-zone ZONE");
        }
        return new CacheMix.Mix(queries.subList(0, warm), cold, zone, share, zipf).source(seed);
    }

    private int warm(int names) {
        int usual = coldZone == null ? Math.max(1, names / 2) : names;
        Integer wanted = warmNames;
        return Math.min(names, wanted == null ? Math.min(USUAL_WARM_NAMES, usual) : Math.max(1, wanted));
    }

    /** How long it takes at this rate until every warm name has been asked once. */
    Duration warming(int names, int perSecond) {
        return hit == null ? Duration.ZERO : Duration.ofSeconds(1 + warm(names) / Math.max(1, perSecond));
    }

    private @Nullable DomainName zone() {
        String text = coldZone;
        try {
            return text == null ? null : DomainName.parse(text);
        } catch (MalformedNameException e) {
            throw Refusal.wrongUsage("--cold-zone: '" + text + "' is no domain name");
        }
    }
}
