package org.zonedrift.sim.resolver;

import io.netty.buffer.ByteBuf;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.zonedrift.exchange.Manner.Transport;
import org.zonedrift.sim.network.DnsServer;
import org.zonedrift.sim.network.ReturnPath;
import org.zonedrift.sim.resolver.Knowledge.Fact;
import org.zonedrift.sim.resolver.Knowledge.Kind;
import org.zonedrift.sim.resolver.Temper.Faults;
import org.zonedrift.wire.RecordType;

/** A resolver that knows everything, and behaves as its temper lets it. Belongs to one thread. */
public final class SimulatedResolver implements DnsServer {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** What waits longer than this for its turn finds the queue full. */
    private static final long QUEUE_NANOS = SECOND / 5;

    /** How far the serials of stale zones are behind. */
    private static final long VERSIONS_BEHIND = 3;

    private final Knowledge knowledge;
    private final Temper temper;
    private final SplittableRandom random;
    private final AskedQuestion question = new AskedQuestion();

    /** Until when the questions before this one keep it busy. */
    private long busyUntil;

    /** What becomes of a name; each befalls other names than the others do. */
    private enum Misfortune {
        FAILURE,
        WRONG,
        REWRITTEN,
        BLOCKED,
        STALE,
        TRUNCATED
    }

    public SimulatedResolver(Knowledge knowledge, Temper temper, long seed) {
        this.knowledge = knowledge;
        this.temper = temper;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void received(ByteBuf query, ReturnPath back) {
        if (!question.read(query) || random.nextDouble() < temper.faults().loss()) {
            return;
        }
        long wait = temper.stall().waitAt(back.now()) + queueing(back.now());
        if (wait > temper.stall().length().toNanos() + QUEUE_NANOS) {
            return;
        }
        ByteBuf reply = back.buffer(question.replyMax());
        answer(reply, back);
        back.reply(reply, wait + Math.max(0, temper.think().nanos(random)));
    }

    private long queueing(long now) {
        if (temper.perSecond() == 0) {
            return 0;
        }
        long begins = Math.max(now, busyUntil);
        if (begins - now <= QUEUE_NANOS) {
            busyUntil = begins + SECOND / temper.perSecond();
            return begins - now;
        }
        return Long.MAX_VALUE / 2;
    }

    private void answer(ByteBuf reply, ReturnPath back) {
        Faults faults = temper.faults();
        ReplyWriter writer = new ReplyWriter(question, reply);
        if (befalls(faults.truncated(), Misfortune.TRUNCATED) && back.transport() == Transport.UDP) {
            writer.truncated();
        } else if (befalls(faults.serverFailures(), Misfortune.FAILURE)) {
            writer.serverFailure();
        } else {
            writer.write(tampered(
                    knowledge.about(question.name(), question.type(), TimeUnit.NANOSECONDS.toMillis(back.now())),
                    faults));
        }
    }

    private Fact tampered(Fact truth, Faults faults) {
        boolean rewritten = truth.kind() == Kind.NO_NAME
                && question.type() == RecordType.A
                && befalls(faults.rewritten(), Misfortune.REWRITTEN);
        boolean wrong = truth.kind() == Kind.ADDRESS && befalls(faults.wrongData(), Misfortune.WRONG);
        if (rewritten || wrong) {
            int octets = question.type() == RecordType.A ? 4 : 16;
            return new Fact(
                    Kind.ADDRESS,
                    truth.zone(),
                    truth.soa(),
                    Numbered.address(question.name().child("lie"), octets));
        }
        if (truth.kind() == Kind.ADDRESS && befalls(faults.blocked(), Misfortune.BLOCKED)) {
            return new Fact(Kind.NO_NAME, truth.zone(), truth.soa(), null);
        }
        boolean stale = faults.stale() > Numbered.share(truth.zone(), Misfortune.STALE.ordinal());
        return stale ? truth.serialBehind(VERSIONS_BEHIND) : truth;
    }

    private boolean befalls(double share, Misfortune misfortune) {
        return share > Numbered.share(question.name(), misfortune.ordinal());
    }
}
