package org.zonedrift.exchange;

import java.util.function.Consumer;
import org.zonedrift.zone.ServerAddress;

/** Counts what one zone's own questions cost. Confined to the zone's lane. */
public final class TallyingExchange implements DnsExchange {

    private final DnsExchange exchange;
    private int udp;
    private int tcp;
    private int retries;
    private long octetsOut;
    private long octetsIn;

    public TallyingExchange(DnsExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        exchange.ask(question, server, answer -> {
            count(answer.course());
            done.accept(answer);
        });
    }

    private void count(Course course) {
        udp += course.udp();
        tcp += course.tcp();
        retries += course.retries();
        octetsOut += course.octetsOut();
        octetsIn += course.octetsIn();
    }

    public int udp() {
        return udp;
    }

    public int tcp() {
        return tcp;
    }

    public int retries() {
        return retries;
    }

    public long octetsOut() {
        return octetsOut;
    }

    public long octetsIn() {
        return octetsIn;
    }
}
