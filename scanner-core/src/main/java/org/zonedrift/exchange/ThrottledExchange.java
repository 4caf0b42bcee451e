package org.zonedrift.exchange;

import java.util.function.Consumer;
import org.zonedrift.zone.ServerAddress;

/** Lets each question begin when the limits allow it; the wait is no part of its timeouts. */
public final class ThrottledExchange implements DnsExchange {

    private final DnsExchange exchange;
    private final Turnstile turnstile;

    public ThrottledExchange(DnsExchange exchange, Turnstile turnstile) {
        this.exchange = exchange;
        this.turnstile = turnstile;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        turnstile.pass(server, () -> exchange.ask(question, server, done));
    }
}
