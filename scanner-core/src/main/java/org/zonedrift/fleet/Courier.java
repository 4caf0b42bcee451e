package org.zonedrift.fleet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Lane;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.zone.ServerAddress;

/** Carries one lane's queries to the resolvers, and counts those that are under way. Confined to it. */
final class Courier {

    /** Queries given up that are still listened for: beyond them, a late answer is not recognised. */
    private static final int OVERDUE_MAX = 4_096;

    private final Lane lane;
    private final Wires wires;
    private final Manner manner;
    private final Manner overTcp;
    private final ServerAddress[] addresses;
    private final long timeoutNanos;
    private final Deque<DatagramQuery> overdue = new ArrayDeque<>();
    private IntConsumer whenOneEnds = resolver -> {};
    private long underWay;

    Courier(Lane lane, Wires wires, BenchPlan plan) {
        this.lane = lane;
        this.wires = wires;
        this.manner = plan.manner();
        this.overTcp = manner.over(Transport.TCP);
        this.addresses = plan.resolvers().stream().map(Resolver::address).toArray(ServerAddress[]::new);
        this.timeoutNanos = plan.timeout().toNanos();
    }

    Lane lane() {
        return lane;
    }

    Wires wires() {
        return wires;
    }

    Manner manner() {
        return manner;
    }

    ServerAddress address(int resolver) {
        return addresses[resolver];
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    /** Who hears, from now on, that a query has ended, and to which resolver it went. */
    void hear(IntConsumer ending) {
        whenOneEnds = ending;
    }

    /** Sends the round's query to one resolver; it was due at this time. */
    void ask(Round round, int resolver, long due) {
        underWay++;
        if (manner.transport() == Transport.UDP) {
            new DatagramQuery(this, round, resolver, due).send();
        } else {
            new StreamQuery(this, round, resolver, due).send(manner);
        }
    }

    /** Asks again over TCP what was truncated; the query is still the same one. */
    void askAgain(Round round, int resolver, long due) {
        round.tally(resolver).countTcpRetry();
        new StreamQuery(this, round, resolver, due).send(overTcp);
    }

    DnsQuestion question(Query query, Manner how) {
        return new DnsQuestion(query.name(), query.type(), how);
    }

    void ended(int resolver) {
        underWay--;
        whenOneEnds.accept(resolver);
    }

    long underWay() {
        return underWay;
    }

    /** Keeps listening for a query that was given up. */
    void overdue(DatagramQuery given) {
        if (overdue.size() == OVERDUE_MAX) {
            overdue.remove().close();
        }
        overdue.add(given);
    }

    /** Listens no longer for anything that was given up. */
    void forgetOverdue() {
        overdue.forEach(DatagramQuery::close);
        overdue.clear();
    }
}
