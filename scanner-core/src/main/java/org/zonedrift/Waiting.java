package org.zonedrift;

import java.util.function.Consumer;
import org.zonedrift.verdict.LooksSoFar;
import reactor.core.publisher.Flux;

/**
 * Zones that wait for another look, as far as somebody else keeps them: those that an earlier
 * attempt left behind, and who hears of new ones.
 *
 * @param leftBehind what was seen of each; the looks that are left are taken when their time has come, and no
 *     other again
 * @param onPark hears what was seen, after each look but the last, on the zone's lane; many lanes call at once
 */
public record Waiting(Flux<LooksSoFar> leftBehind, Consumer<LooksSoFar> onPark) {

    /** Nobody waits from before, and nobody wants to know. */
    public static final Waiting NOBODY = new Waiting(Flux.empty(), looks -> {});
}
