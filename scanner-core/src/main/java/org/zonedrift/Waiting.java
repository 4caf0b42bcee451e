package org.zonedrift;

import java.util.function.Consumer;
import org.zonedrift.verdict.ZoneReport;
import reactor.core.publisher.Flux;

/**
 * Zones that wait for another look, as far as somebody else keeps them: those that an earlier
 * attempt left behind, and who hears of new ones.
 *
 * @param leftBehind what the first look at each found; they are looked at again when their time has
 *     come, and not measured anew
 * @param onPark hears what the first look found, on the zone's lane; many lanes call at once
 */
public record Waiting(Flux<ZoneReport> leftBehind, Consumer<ZoneReport> onPark) {

    /** Nobody waits from before, and nobody wants to know. */
    public static final Waiting NOBODY = new Waiting(Flux.empty(), first -> {});
}
