package org.zonedrift;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.LooksSoFar;
import org.zonedrift.verdict.ZoneReport;

/**
 * One target on its way, from the beginning or from where an earlier attempt left it.
 *
 * @param looks what was seen before the earlier attempt ended; null where nobody looked yet
 */
record Task(Target target, @Nullable LooksSoFar looks) {

    static Task anew(Target target) {
        return new Task(target, null);
    }

    static Task goingOn(LooksSoFar looks) {
        ZoneReport firstLook = looks.first();
        Evidence seen = requireNonNull(firstLook.evidence(), "a first look without evidence");
        Target.Zone target = new Target.Zone(
                firstLook.line(),
                requireNonNull(firstLook.name(), "a first look at no zone"),
                firstLook.metadata(),
                seen.delegation(),
                List.of(),
                seen.previous());
        return new Task(target, looks);
    }
}
