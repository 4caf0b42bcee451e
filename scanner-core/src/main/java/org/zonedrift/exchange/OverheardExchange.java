package org.zonedrift.exchange;

import java.util.function.Consumer;
import org.zonedrift.zone.ServerAddress;

/** Lets somebody hear every question and what came of it. */
public final class OverheardExchange implements DnsExchange {

    /** Who hears them: on any lane, so it must be quick and safe to share. */
    @FunctionalInterface
    public interface Ear {

        /** Hears nothing. */
        Ear NONE = (question, server, answer) -> {};

        void hear(DnsQuestion question, ServerAddress server, Answer answer);
    }

    private final DnsExchange exchange;
    private final Ear ear;

    private OverheardExchange(DnsExchange exchange, Ear ear) {
        this.exchange = exchange;
        this.ear = ear;
    }

    /** The exchange as it is, where nobody listens. */
    public static DnsExchange by(Ear ear, DnsExchange exchange) {
        return ear == Ear.NONE ? exchange : new OverheardExchange(exchange, ear);
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        exchange.ask(question, server, answer -> {
            ear.hear(question, server, answer);
            done.accept(answer);
        });
    }
}
