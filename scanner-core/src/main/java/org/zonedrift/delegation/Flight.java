package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * A look-up of one host that is under way, who waits for it, and for which other it waits itself.
 * Its mutable part is guarded by {@link Flights}.
 */
final class Flight {

    /** Somebody at home on some lane who wants to hear the result. */
    record Waiter(LaneBook home, Errand errand, Consumer<Whereabouts> done) {}

    private final DomainName host;
    private final @Nullable Flight startedBy;
    private final int depth;
    private final List<Waiter> waiters = new ArrayList<>(1);
    private @Nullable Flight waitsFor;

    Flight(DomainName host, @Nullable Flight startedBy) {
        this.host = host;
        this.startedBy = startedBy;
        this.depth = depthBelow(startedBy);
    }

    DomainName host() {
        return host;
    }

    /** Whose need for an address started this one; null at the top of a chain. */
    @Nullable
    Flight startedBy() {
        return startedBy;
    }

    /** 1 for a look-up that a zone itself needs, one more for each that it needs in turn. */
    int depth() {
        return depth;
    }

    static int depthBelow(@Nullable Flight asker) {
        return asker == null ? 1 : asker.depth + 1;
    }

    /** Whether this host, or one whose look-up led here, is the given one. */
    static boolean leadsFrom(@Nullable Flight asker, DomainName host) {
        for (Flight at = asker; at != null; at = at.startedBy) {
            if (at.host.equals(host)) {
                return true;
            }
        }
        return false;
    }

    List<Waiter> waiters() {
        return waiters;
    }

    @Nullable
    Flight waitsFor() {
        return waitsFor;
    }

    void waitFor(@Nullable Flight other) {
        waitsFor = other;
    }
}
