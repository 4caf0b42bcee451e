package org.zonedrift.delegation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.Manner;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResponseCode;
import org.zonedrift.zone.DomainName;

/** One question put to the resolvers of a fleet, one after another, until one can say something. */
final class ResolverQuestion {

    /** Resolvers asked before giving up: three that all fail mean that the name's servers do. */
    private static final int RESOLVERS_MAX = 3;

    /** One question in so many is followed by one for a name that cannot exist (RFC 6761 §6.4). */
    private static final int CANARY_EVERY = 500;

    private static final Manner CANARY = Manner.recursive(Purpose.CANARY);

    /** What the fleet made of a question; where no resolver could say, the message is null. */
    record Verdict(@Nullable DnsMessage message, @Nullable Resolver by, Failure failure, List<Integer> extendedErrors) {

        /** Whether the fault lies with the name's servers as far as one can tell, and not with resolvers. */
        boolean blamesTheName() {
            return switch (failure) {
                case UNUSABLE, SERVFAIL -> true;
                case TIMEOUT -> by != null && by.isWell();
                case NONE, REFUSED -> false;
            };
        }
    }

    /** The weightiest of the failures that were met, weightiest last. */
    enum Failure {
        NONE,
        TIMEOUT,
        REFUSED,
        /** An answer that tells nothing, passed on from a server that does not know what it says. */
        UNUSABLE,
        SERVFAIL
    }

    private final ResolverFleet fleet;
    private final DnsQuestion question;
    private final Errand errand;
    private final Predicate<DnsMessage> saysSomething;
    private final Set<Resolver> asked = new HashSet<>();
    private final Set<Integer> extendedErrors = new TreeSet<>();
    private Failure worst = Failure.NONE;
    private @Nullable Resolver last;

    ResolverQuestion(
            ResolverFleet fleet, DomainName name, int type, Errand errand, Predicate<DnsMessage> saysSomething) {
        this.fleet = fleet;
        this.question = new DnsQuestion(name, type, errand.manner());
        this.errand = errand;
        this.saysSomething = saysSomething;
    }

    void ask(Consumer<Verdict> done) {
        Resolver resolver = asked.size() < RESOLVERS_MAX ? fleet.pick(question.name(), asked) : null;
        if (resolver == null || errand.budget().isSpent()) {
            done.accept(new Verdict(null, last, worst, List.copyOf(extendedErrors)));
            return;
        }
        asked.add(resolver);
        last = resolver;
        if (resolver.asking() % CANARY_EVERY == 0) {
            tempt(resolver);
        }
        errand.exchange().ask(question, resolver.address(), answer -> heard(resolver, answer, done));
    }

    private void heard(Resolver resolver, Answer answer, Consumer<Verdict> done) {
        errand.budget().spend(Math.max(1, answer.course().tries()));
        if (!(answer instanceof Answer.Reply reply)) {
            resolver.failed();
            failed(Failure.TIMEOUT, done);
            return;
        }
        DnsMessage message = reply.message();
        if (message.edns() != null) {
            extendedErrors.addAll(message.edns().extendedErrors());
        }
        int rcode = message.rcode();
        boolean isSaying = rcode == ResponseCode.NXDOMAIN || rcode == ResponseCode.NOERROR;
        if (isSaying && saysSomething.test(message)) {
            resolver.served(reply.course().rttNanos());
            done.accept(new Verdict(message, resolver, Failure.NONE, List.copyOf(extendedErrors)));
        } else if (isOwnRefusal(rcode)) {
            resolver.failed();
            failed(Failure.REFUSED, done);
        } else {
            // The name's fault as a rule, not the resolver's.
            failed(rcode == ResponseCode.SERVFAIL ? Failure.SERVFAIL : Failure.UNUSABLE, done);
        }
    }

    /** Whether the resolver itself does not want to, or cannot, answer the likes of us. */
    private static boolean isOwnRefusal(int rcode) {
        return rcode == ResponseCode.REFUSED || rcode == ResponseCode.FORMERR || rcode == ResponseCode.NOTIMP;
    }

    private void failed(Failure how, Consumer<Verdict> done) {
        worst = how.compareTo(worst) > 0 ? how : worst;
        ask(done);
    }

    /** Who answers for a name below "invalid" makes names up. */
    private void tempt(Resolver resolver) {
        DomainName nowhere = DomainName.parse(
                "zonedrift-" + Integer.toHexString(question.name().hashCode()) + ".invalid");
        errand.exchange().ask(new DnsQuestion(nowhere, RecordType.A, CANARY), resolver.address(), answer -> {
            errand.budget().spend(Math.max(1, answer.course().tries()));
            if (answer instanceof Answer.Reply reply) {
                resolver.caughtLying(!reply.message().answers().isEmpty());
            }
        });
    }
}
