package org.zonedrift.output;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.NsSets;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.NameServer;

/** {@code delegation}: who serves the zone, and who said so. */
final class DelegationFields {

    static final Section SECTION = new Section("delegation");

    static final Key METHOD = SECTION.word("method", Words.METHODS, "how the delegation was learnt");
    static final Key STANDING = SECTION.word(
            "standing", Words.STANDINGS, "what the name is if it is no delegated zone, or why nobody could tell");
    static final Key PARENT_ZONE = SECTION.text("parent_zone", "the zone whose servers were asked");
    static final Key ENCLOSING_ZONE = SECTION.text("enclosing_zone", "the zone in which a name that is none lies");
    static final Key PARENT_NS = SECTION.texts("parent_ns", "the parent's NS set, in canonical order");
    static final Key CHILD_NS = SECTION.texts("child_ns", "what the zone's own servers list, in canonical order");
    static final Key NS_RELATION = SECTION.word("ns_relation", Words.RELATIONS, "how the two sets relate");
    static final Key NS_TTL = SECTION.uint32("ns_ttl", "TTL of the parent's NS set, seconds");
    static final Key RESOLVER = SECTION.text("resolver", "the resolver that answered, ip:port");
    static final Key RCODE = SECTION.text("rcode", "what the parent or the resolver answered");
    static final Key EDE = SECTION.uint32s("ede", "codes of extended DNS errors (RFC 8914)");
    static final Key OBSERVED_AT = SECTION.time("observed_at", "when the delegation held, if not now");
    static final Key PARENT_SOA_SERIAL = SECTION.uint32("parent_soa_serial", "serial of the zone file");

    static {
        SECTION.require(METHOD);
    }

    static final Key FLAGS = SECTION.texts("flags", "what was noted on the way to the servers' addresses");

    private DelegationFields() {}

    static void write(ObjectWriter out, Evidence evidence, NsSets sets) {
        Delegation delegation = evidence.delegation();
        writeOrigin(out, delegation);
        out.names(PARENT_NS, sets.parent());
        out.names(CHILD_NS, sets.child());
        if (delegation.standing() == Delegation.Standing.DELEGATED) {
            out.word(NS_RELATION, Words.RELATIONS, sets.relation());
        }
        writeObservation(out, delegation.source());
        out.notes(FLAGS, notes(evidence));
    }

    /** All zones of a file come from the same place. */
    private static void writeOrigin(ObjectWriter out, Delegation delegation) {
        Delegation.Source source = delegation.source();
        boolean isDelegated = delegation.standing() == Delegation.Standing.DELEGATED;
        LastOne known = out.repetitions().origins();
        if (isDelegated && out.repeats(known, source)) {
            return;
        }
        int mark = out.mark();
        out.word(METHOD, Words.METHODS, source.method());
        if (!isDelegated) {
            out.word(STANDING, Words.STANDINGS, delegation.standing());
        }
        out.name(PARENT_ZONE, source.parentZone());
        out.name(ENCLOSING_ZONE, source.enclosingZone());
        if (isDelegated) {
            out.keep(known, source, mark);
        }
    }

    private static void writeObservation(ObjectWriter out, Delegation.Source source) {
        LastOne known = out.repetitions().observations();
        if (out.repeats(known, source)) {
            return;
        }
        int mark = out.mark();
        out.known(NS_TTL, source.nsTtl());
        out.text(RESOLVER, source.resolver());
        out.text(RCODE, source.rcode());
        out.many(EDE, source.ede(), (json, code) -> json.json().number(code));
        out.time(OBSERVED_AT, source.observedAtMillis());
        out.known(PARENT_SOA_SERIAL, source.parentSoaSerial());
        out.keep(known, source, mark);
    }

    /** What the look-ups of the delegation and of its hosts noted, sorted: nothing, or one note of all, mostly. */
    private static Set<String> notes(Evidence evidence) {
        Set<String> most = evidence.delegation().findings();
        List<NameServer> servers = evidence.nameServers();
        for (int i = 0; i < servers.size(); i++) {
            Set<String> its = servers.get(i).findings();
            if (most.isEmpty()) {
                most = its;
            } else if (!most.containsAll(its)) {
                return allNotes(evidence);
            }
        }
        return most.size() > 1 ? new TreeSet<>(most) : most;
    }

    private static Set<String> allNotes(Evidence evidence) {
        Set<String> notes = new TreeSet<>(evidence.delegation().findings());
        evidence.nameServers().forEach(server -> notes.addAll(server.findings()));
        return notes;
    }

    /** The standing that is written so; a delegated zone's is not written at all. */
    static Delegation.Standing standing(@Nullable String written) {
        return written == null ? Delegation.Standing.DELEGATED : Words.STANDINGS.read(written);
    }
}
