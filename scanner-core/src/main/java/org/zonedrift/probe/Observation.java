package org.zonedrift.probe;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Course;
import org.zonedrift.wire.Edns;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/**
 * What one address said about one zone, or why it said nothing. What it did not say is null.
 *
 * @param rcode the response code, or -1 when no reply could be read
 * @param soa the SOA it showed, usable or not
 * @param apexNs the zone's NS set in an authoritative answer of this server
 * @param flags published names of what was odd about this server
 * @param error for people, where the outcome alone does not say enough
 * @param kept what only some scans keep of an answer, or null
 */
public record Observation(
        ServerAddress server,
        Outcome outcome,
        int rcode,
        boolean authoritative,
        boolean recursionAvailable,
        @Nullable SoaRecord soa,
        @Nullable Set<DomainName> apexNs,
        @Nullable Edns edns,
        int size,
        Course course,
        Set<String> flags,
        @Nullable String error,
        @Nullable Kept kept) {

    /**
     * What only some scans keep of an answer.
     *
     * @param dataHash of the compared RRsets at the apex, or null
     * @param reply the octets of the SOA answer, or null
     */
    public record Kept(@Nullable String dataHash, byte @Nullable [] reply) {}

    public Observation {
        apexNs = apexNs == null ? null : Set.copyOf(apexNs);
        flags = Set.copyOf(flags);
    }

    /** An address that was deliberately not asked. */
    public static Observation skipped(ServerAddress server, Outcome why) {
        return silent(server, why, Course.UNSENT, Set.of());
    }

    /** An address from which nothing came that could be read. */
    static Observation silent(ServerAddress server, Outcome why, Course course, Set<String> flags) {
        return new Observation(server, why, -1, false, false, null, null, null, 0, course, flags, null, null);
    }

    /** The same, with words for people. */
    public Observation explained(@Nullable String words) {
        return new Observation(
                server,
                outcome,
                rcode,
                authoritative,
                recursionAvailable,
                soa,
                apexNs,
                edns,
                size,
                course,
                flags,
                words,
                kept);
    }

    /** The same, after a course of more than one question. */
    Observation over(Course whole, Set<String> allFlags) {
        return new Observation(
                server,
                outcome,
                rcode,
                authoritative,
                recursionAvailable,
                soa,
                apexNs,
                edns,
                size,
                whole,
                allFlags,
                error,
                kept);
    }

    /** The same, with the NS set that the server showed elsewhere. */
    public Observation withApexNs(Set<DomainName> names) {
        return new Observation(
                server,
                outcome,
                rcode,
                authoritative,
                recursionAvailable,
                soa,
                names,
                edns,
                size,
                course,
                flags,
                error,
                kept);
    }

    /** The same, with what is kept of the answer. */
    public Observation keeping(Kept what) {
        return new Observation(
                server,
                outcome,
                rcode,
                authoritative,
                recursionAvailable,
                soa,
                apexNs,
                edns,
                size,
                course,
                flags,
                error,
                what);
    }

    public boolean isUsable() {
        return outcome.isUsable();
    }
}
