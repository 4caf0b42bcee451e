package org.zonedrift.probe;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.ServerAddress;

/** Says which addresses are not to be asked. */
@FunctionalInterface
public interface SkipRule {

    /** Asks whoever it is given. */
    SkipRule NONE = server -> null;

    /** The outcome of an address that must not be asked, such as SKIPPED_SPECIAL; null to ask it. */
    @Nullable
    Outcome outcomeWithoutAsking(ServerAddress server);

    /** This rule, and where it says nothing the other. */
    default SkipRule or(SkipRule other) {
        return server -> {
            Outcome own = outcomeWithoutAsking(server);
            return own != null ? own : other.outcomeWithoutAsking(server);
        };
    }
}
