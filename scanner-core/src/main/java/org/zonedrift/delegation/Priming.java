package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * Learning from the root itself who serves it (RFC 9609); the hints are only where to ask. One lane
 * asks, the others wait. Where no root server answers, the hints stay in force.
 */
final class Priming {

    private static final Manner PRIMING = Manner.authoritative(Purpose.PRIMING);

    /** Root servers asked, one after another, before the root counts as out of reach. */
    private static final int SERVERS_MAX = 6;

    /** After a failure the root is not primed again before this, though it is still asked. */
    private static final long AGAIN_NANOS = 300_000_000_000L;

    private record Waiter(LaneBook home, Consumer<Boolean> done) {}

    private final ZoneCuts cuts;
    private final Reach reach;
    private final List<Waiter> waiters = new ArrayList<>();
    private long notBefore = Long.MIN_VALUE;
    private RootWord word = RootWord.SILENT;

    Priming(ZoneCuts cuts, Reach reach) {
        this.cuts = cuts;
        this.reach = reach;
    }

    /** Whether the root's servers should be asked for before anything else is. */
    synchronized boolean isDue(long now) {
        return cuts.root().expiresAt() <= now && now >= notBefore;
    }

    /** Primes the root, or waits for whoever does; tells whether a root server answered. */
    void prime(LaneBook home, DnsExchange exchange, Consumer<Boolean> done) {
        if (isFirst(new Waiter(home, done))) {
            ask(home, exchange, 0);
        }
    }

    private synchronized boolean isFirst(Waiter waiter) {
        waiters.add(waiter);
        return waiters.size() == 1;
    }

    private void ask(LaneBook home, DnsExchange exchange, int asked) {
        List<ServerAddress> servers = cuts.root().addresses();
        if (asked >= Math.min(SERVERS_MAX, servers.size())) {
            end(home, false);
            return;
        }
        // Spread over the letters: runs begin at different ones.
        int at = (int) Math.floorMod(home.now() / 1_000 + asked, (long) servers.size());
        exchange.ask(new DnsQuestion(DomainName.ROOT, RecordType.NS, PRIMING), servers.get(at), answer -> {
            note(answer);
            if (answer instanceof Answer.Reply reply && learn(reply.message(), home.now())) {
                end(home, true);
            } else {
                ask(home, exchange, asked + 1);
            }
        });
    }

    private synchronized void note(Answer answer) {
        if (answer instanceof Answer.Reply reply) {
            boolean isResolver = reply.message().offersRecursion() && word != RootWord.SPEAKS;
            word = isResolver ? RootWord.SPEAKS_LIKE_A_RESOLVER : RootWord.SPEAKS;
        }
    }

    /** What root servers have said so far. */
    synchronized RootWord word() {
        return word;
    }

    private boolean learn(DnsMessage message, long now) {
        Set<DomainName> hosts = new HashSet<>();
        long ttl = Lifetimes.FOUND_MAX_SECONDS;
        for (ResourceRecord record : message.answers()) {
            if (record.type() == RecordType.NS && record.owner().isRoot()) {
                hosts.add(((ResourceRecord.Pointer) record).target());
                ttl = Math.min(ttl, record.ttl());
            }
        }
        List<Glue> glue = new ArrayList<>();
        for (ResourceRecord record : message.additionals()) {
            if (record instanceof ResourceRecord.Address address && hosts.contains(record.owner())) {
                glue.add(new Glue(record.owner(), ServerAddress.of(address.octets(), reach.port())));
            }
        }
        if (hosts.isEmpty() || !message.isAuthoritative()) {
            return false;
        }
        List<ServerAddress> usable = reach.among(glue, 0);
        // Some servers leave the addresses out: then those of the hints must do.
        ZoneCut told = new ZoneCut(DomainName.ROOT, hosts, glue, usable, now + Lifetimes.foundNanos(ttl));
        cuts.learn(usable.isEmpty() ? told.with(cuts.root().addresses()) : told);
        return true;
    }

    private void end(LaneBook home, boolean isAnswered) {
        for (Waiter waiter : leaving(isAnswered ? Long.MIN_VALUE : home.now() + AGAIN_NANOS)) {
            if (waiter.home().lane().isCurrent()) {
                waiter.done().accept(isAnswered);
            } else {
                waiter.home().lane().execute(() -> waiter.done().accept(isAnswered));
            }
        }
    }

    private synchronized List<Waiter> leaving(long next) {
        notBefore = next;
        List<Waiter> all = List.copyOf(waiters);
        waiters.clear();
        return all;
    }
}
