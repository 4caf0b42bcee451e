package org.zonedrift.exchange;

import java.util.function.Consumer;
import org.zonedrift.zone.ServerAddress;

/** Sends one question to one server; everything else decorates this. */
@FunctionalInterface
public interface DnsExchange {

    /**
     * Calls back exactly once, on the caller's lane and never before this method has returned to
     * the lane: with the reply, or with why there is none. Never throws.
     */
    void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done);
}
