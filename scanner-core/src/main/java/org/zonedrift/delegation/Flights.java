package org.zonedrift.delegation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The host look-ups under way over all lanes: one for each host, however many wait for it.
 *
 * <p>Look-ups wait for each other when zones have no glue, so two that wait for one another would
 * wait for ever. Each waits for one other at most, hence a would-be circle is found by following
 * one chain; who would close it flies alone. One lock guards all: it is taken twice for a look-up.
 */
final class Flights {

    private final Map<DomainName, Flight> byHost = new HashMap<>();

    /** What the caller has to do: start the flight, or nothing but wait. */
    record Boarding(Flight flight, boolean isNew) {}

    /** Waits for the host's look-up, on behalf of another one or of a zone; or opens a new one. */
    synchronized Boarding board(DomainName host, Flight.Waiter waiter) {
        Flight asker = waiter.errand().flight();
        Flight known = byHost.get(host);
        if (known != null && !wouldWaitForItself(known, asker)) {
            return boarded(known, asker, waiter, false);
        }
        Flight fresh = new Flight(host, asker);
        byHost.putIfAbsent(host, fresh);
        return boarded(fresh, asker, waiter, true);
    }

    private static Boarding boarded(Flight flight, @Nullable Flight asker, Flight.Waiter waiter, boolean isNew) {
        flight.waiters().add(waiter);
        if (asker != null) {
            asker.waitFor(flight);
        }
        return new Boarding(flight, isNew);
    }

    private static boolean wouldWaitForItself(Flight known, @Nullable Flight asker) {
        for (Flight at = known; at != null; at = at.waitsFor()) {
            if (at == asker) {
                return true;
            }
        }
        return false;
    }

    /** The asking flight heard what it waited for. */
    synchronized void arrived(@Nullable Flight asker) {
        if (asker != null) {
            asker.waitFor(null);
        }
    }

    /** Ends a flight; everybody who waited must now be told. */
    synchronized List<Flight.Waiter> land(Flight flight) {
        byHost.remove(flight.host(), flight);
        return List.copyOf(flight.waiters());
    }
}
