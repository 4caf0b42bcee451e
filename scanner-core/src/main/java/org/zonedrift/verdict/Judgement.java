package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.SoaRecord;

/**
 * What the evidence of one zone means; what does not apply is null or empty.
 *
 * @param firstVerdict what round 0 said, only if the re-check changed it
 * @param findings flags of severity notice, warning and error, sorted by name
 * @param facts flags of severity info, sorted by name
 * @param serial null without a usable server
 * @param serials newest first where they can be ordered, else numerically descending
 * @param soa the reference SOA
 * @param soaDiff fields with more than one value among the usable servers, sorted by name
 * @param servers by name, family and address
 */
public record Judgement(
        Verdict verdict,
        Reason reason,
        @Nullable Verdict firstVerdict,
        List<Flag> findings,
        List<Flag> facts,
        Counts counts,
        @Nullable SerialSummary serial,
        List<SerialRow> serials,
        List<SourceRow> sources,
        @Nullable SoaRecord soa,
        List<SoaField> soaDiff,
        NsSets nsSets,
        List<ServerRow> servers,
        List<PrimaryRow> primaries,
        @Nullable RecheckResult recheck) {

    public Judgement {
        findings = List.copyOf(findings);
        facts = List.copyOf(facts);
        serials = List.copyOf(serials);
        sources = List.copyOf(sources);
        soaDiff = List.copyOf(soaDiff);
        servers = List.copyOf(servers);
        primaries = List.copyOf(primaries);
    }

    /** The judgement of a name without servers to compare. */
    public static Judgement unmeasured(Verdict verdict, Reason reason) {
        return new Judgement(
                verdict,
                reason,
                null,
                List.of(),
                List.of(),
                Counts.NONE,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                NsSets.UNKNOWN,
                List.of(),
                List.of(),
                null);
    }

    /** The same judgement with these flags, sorted by name, laid out by their severity. */
    Judgement flagged(List<Flag> raised) {
        if (raised.isEmpty()) {
            return this;
        }
        List<Flag> found = Flag.findingsAmong(raised);
        List<Flag> stated = Flag.factsAmong(raised);
        return new Judgement(
                verdict,
                reason,
                firstVerdict,
                found,
                stated,
                counts,
                serial,
                serials,
                sources,
                soa,
                soaDiff,
                nsSets,
                servers,
                primaries,
                recheck);
    }

    /** Whether this flag was raised. */
    public boolean raises(Flag flag) {
        return findings.contains(flag) || facts.contains(flag);
    }
}
