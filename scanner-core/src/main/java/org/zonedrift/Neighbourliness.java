package org.zonedrift;

import org.jspecify.annotations.Nullable;
import org.zonedrift.ScanPlan.Safety;
import org.zonedrift.probe.Outcome;
import org.zonedrift.probe.SkipRule;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** The addresses that a scan leaves alone, and the outcome that says why. */
final class Neighbourliness implements SkipRule {

    private final Safety safety;

    Neighbourliness(Safety safety) {
        this.safety = safety;
    }

    @Override
    public @Nullable Outcome outcomeWithoutAsking(ServerAddress server) {
        if (!safety.rules().permit(server)) {
            return Outcome.SKIPPED_SPECIAL;
        }
        if (safety.exclusions().get().coverAddress(server)) {
            return Outcome.SKIPPED_BLOCKLIST;
        }
        return safety.families().contains(server.family()) ? null : Outcome.SKIPPED_FAMILY;
    }

    /** Whether a server of this name may be asked on the way to others. */
    boolean permitsHost(DomainName host) {
        return !safety.exclusions().get().coverHost(host);
    }

    /** Whether DNS may lead us to this address on the way to others. */
    boolean permits(ServerAddress server) {
        return outcomeWithoutAsking(server) == null;
    }
}
