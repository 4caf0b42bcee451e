package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.input.Target;

/**
 * What was seen of a zone that waits for another look.
 *
 * @param first what the first look found
 * @param later what each look since then found, begun when it was taken
 */
public record LooksSoFar(ZoneReport first, List<ZoneReport> later) {

    public LooksSoFar {
        later = List.copyOf(later);
    }

    /** Nobody looked again yet. */
    public static LooksSoFar of(ZoneReport first) {
        return new LooksSoFar(first, List.of());
    }

    /** These and one more. */
    public LooksSoFar and(ZoneReport look) {
        List<ZoneReport> more = new ArrayList<>(later);
        more.add(look);
        return new LooksSoFar(first, more);
    }

    public Target.Line line() {
        return first.line();
    }

    /** What all of them cost. */
    public Traffic traffic() {
        return later.isEmpty() ? first.traffic() : later.get(later.size() - 1).traffic();
    }
}
