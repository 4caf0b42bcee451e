package org.zonedrift.sim.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * Everything that a top-level domain delegates, in the order of the names. Needs four octets for
 * each zone of the world while it works.
 */
final class SortedDelegations {

    private final World world;
    private final ZoneLabels labels;
    private final List<String> providers;

    SortedDelegations(World world, ZoneLabels labels, ServerNames names) {
        this.world = world;
        this.labels = labels;
        this.providers = names.labels().stream().sorted().toList();
    }

    void list(int tld, Consumer<SimulatedZone> each) {
        Iterator<String> waiting = providers.iterator();
        String next = waiting.next();
        for (int folded : codes()) {
            long number = labels.numberOf((long) folded - Integer.MIN_VALUE);
            String label = new String(labels.label(number), StandardCharsets.US_ASCII);
            while (next != null && next.compareTo(label) < 0) {
                emit(next, tld, each);
                next = waiting.hasNext() ? waiting.next() : null;
            }
            emit(label, tld, each);
            emit(label + "-a", tld, each);
            emit(label + "-b", tld, each);
        }
        for (; next != null; next = waiting.hasNext() ? waiting.next() : null) {
            emit(next, tld, each);
        }
    }

    /** The zones' sort keys, sorted; folded so that unsigned ones sort as signed ones. */
    private int[] codes() {
        int[] codes = new int[Math.toIntExact(world.zones())];
        for (int number = 0; number < codes.length; number++) {
            codes[number] = (int) (labels.code(number) + Integer.MIN_VALUE);
        }
        Arrays.parallelSort(codes);
        return codes;
    }

    private void emit(@Nullable String label, int tld, Consumer<SimulatedZone> each) {
        if (label == null) {
            return;
        }
        DomainName name = world.tlds().get(tld).child(label);
        SimulatedZone zone = world.delegatedFrom(tld, name);
        if (zone != null) {
            each.accept(zone);
        }
    }
}
