package org.zonedrift.sim.gallery;

import java.util.List;
import java.util.stream.Stream;
import org.zonedrift.zone.DomainName;

/**
 * What it takes to see what is wrong with an exhibit.
 *
 * @param details what the way needs to know, as it tells
 */
public record Look(Way way, List<String> details) {

    static final Look USUAL = new Look(Way.USUAL, List.of());

    public Look {
        details = List.copyOf(details);
    }

    /** In words; empty where nothing special is needed. */
    String needs() {
        return details.isEmpty() ? way.needs() : way.needs(details.get(0), details.get(details.size() - 1));
    }

    /** The lines of a list with a name on the last of them. */
    List<String> lines(DomainName name) {
        String own = name.toString();
        return switch (way) {
            case AFTER_OTHERS -> Stream.concat(details.stream(), Stream.of(own)).toList();
            case LISTED_TWICE -> List.of(own, own);
            case MISSPELT -> details;
            default -> List.of(own);
        };
    }
}
