package org.zonedrift.exchange;

import java.util.Set;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.EdnsOption;

/**
 * How a question is put; made once and shared by all questions of a kind.
 *
 * @param purpose why we ask, as traffic is counted
 * @param recursion whether the server is asked to look it up for us
 * @param edns which OPT record the question carries
 * @param options EDNS options of the first try
 * @param transport UDP with TCP after truncation, or TCP alone
 */
public record Manner(Purpose purpose, Recursion recursion, EdnsUse edns, Set<EdnsOption> options, Transport transport) {

    /** Recursion desired or not, and whether DNSSEC checking is switched off (RFC 4035 §3.2.2). */
    public enum Recursion {
        NONE,
        DESIRED,
        DESIRED_UNCHECKED
    }

    /** Whether an OPT record goes along. */
    public enum EdnsUse {
        PLAIN,
        EDNS,
        EDNS_DNSSEC
    }

    /** How a question travels. */
    public enum Transport {
        UDP,
        TCP
    }

    public Manner {
        options = Set.copyOf(options);
    }

    /** A question for an authoritative server: no recursion, EDNS without options, UDP first. */
    public static Manner authoritative(Purpose purpose) {
        return new Manner(purpose, Recursion.NONE, EdnsUse.EDNS, Set.of(), Transport.UDP);
    }

    /** A question for a resolver; broken DNSSEC must not hide a zone, so checking is off. */
    public static Manner recursive(Purpose purpose) {
        return new Manner(purpose, Recursion.DESIRED_UNCHECKED, EdnsUse.EDNS, Set.of(), Transport.UDP);
    }

    public Manner withOptions(Set<EdnsOption> wanted) {
        return new Manner(purpose, recursion, edns, wanted, transport);
    }

    public Manner withEdns(EdnsUse use) {
        return new Manner(purpose, recursion, use, Set.of(), transport);
    }

    /** The same for another reason. */
    public Manner asking(Purpose other) {
        return new Manner(other, recursion, edns, options, transport);
    }

    public Manner wanting(Recursion other) {
        return new Manner(purpose, other, edns, options, transport);
    }

    public Manner over(Transport other) {
        return new Manner(purpose, recursion, edns, options, other);
    }
}
