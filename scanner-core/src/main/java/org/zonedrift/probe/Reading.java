package org.zonedrift.probe;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Course;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/** Turns the answer to a SOA question into an observation. */
final class Reading {

    private static final String ZONEVERSION_DIFFERS = "zoneversion-differs";

    private Reading() {}

    static Observation of(DomainName zone, ServerAddress server, Answer answer) {
        if (answer instanceof Answer.Reply reply) {
            return of(zone, server, reply.message(), reply.course());
        }
        Answer.NoReply nothing = (Answer.NoReply) answer;
        Observation silent =
                Observation.silent(server, outcomeOf(nothing.why()), nothing.course(), flagsOf(nothing.course()));
        return nothing.silentSince() < 0 ? silent : silent.explained("stopped answering at " + time(nothing));
    }

    private static Instant time(Answer.NoReply nothing) {
        return Instant.ofEpochSecond(TimeUnit.NANOSECONDS.toSeconds(nothing.silentSince()));
    }

    private static Outcome outcomeOf(Answer.Silence why) {
        return switch (why) {
            case TIMED_OUT -> Outcome.TIMEOUT;
            case NETWORK_ERROR -> Outcome.NETWORK_ERROR;
            case MALFORMED -> Outcome.MALFORMED;
            case TRUNCATED -> Outcome.TRUNCATED;
            case CIRCUIT_OPEN -> Outcome.SKIPPED_UNRESPONSIVE;
            // We stopped asking: that says nothing about the server.
            case CLOSED -> Outcome.SKIPPED_BUDGET;
        };
    }

    private static Observation of(DomainName zone, ServerAddress server, DnsMessage reply, Course course) {
        SoaAnswer said = SoaAnswer.read(zone, reply);
        Edns edns = trusted(zone, reply.edns());
        Set<DomainName> apexNs = said.outcome().isUsable() ? SoaAnswer.apexNs(zone, reply.authorities()) : Set.of();
        return new Observation(
                server,
                said.outcome(),
                reply.rcode(),
                reply.isAuthoritative(),
                reply.offersRecursion(),
                said.soa(),
                apexNs.isEmpty() ? null : apexNs,
                edns,
                reply.size(),
                course,
                flags(said, edns, course),
                null,
                reply.octets() == null ? null : new Observation.Kept(null, reply.octets()));
    }

    /** A ZONEVERSION that counts other labels than the zone has speaks of another zone. */
    private static @Nullable Edns trusted(DomainName zone, @Nullable Edns edns) {
        if (edns == null || edns.zoneVersion() == null || edns.zoneVersion().labelCount() == zone.labelCount()) {
            return edns;
        }
        return new Edns(
                edns.udpSize(),
                edns.version(),
                edns.extendedRcode(),
                edns.nsid(),
                null,
                edns.expireSeconds(),
                edns.extendedErrors());
    }

    private static Set<String> flags(SoaAnswer said, @Nullable Edns edns, Course course) {
        boolean differs = differs(edns, said.soa());
        if (!differs && course.oddities().isEmpty()) {
            return said.flags();
        }
        Set<String> flags = new HashSet<>(said.flags());
        flags.addAll(flagsOf(course));
        if (differs) {
            flags.add(ZONEVERSION_DIFFERS);
        }
        return flags;
    }

    private static boolean differs(@Nullable Edns edns, @Nullable SoaRecord soa) {
        return edns != null
                && soa != null
                && edns.zoneVersion() != null
                && edns.zoneVersion().serial() != soa.serial().value();
    }

    private static Set<String> flagsOf(Course course) {
        if (course.oddities().isEmpty()) {
            return Set.of();
        }
        Set<String> flags = new HashSet<>();
        course.oddities().forEach(oddity -> flags.add(oddity.flag()));
        return flags;
    }
}
