package org.zonedrift.operator;

import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The ICANN section of the Public Suffix List: under which names people register names.
 *
 * <p>The private section is left out on purpose: it says who shares a domain, not who runs it.
 */
public final class PublicSuffixes {

    private static final String FILE = "public_suffix_list.dat";
    private static final String SECTION_BEGINS = "===BEGIN ICANN DOMAINS===";
    private static final String SECTION_ENDS = "===END ICANN DOMAINS===";

    /** What the list says of one name. */
    private enum Rule {
        SUFFIX,
        EVERY_CHILD,
        SUFFIX_AND_EVERY_CHILD,
        EXCEPTION
    }

    private final Map<DomainName, Rule> rules = new HashMap<>();

    private PublicSuffixes(List<String> lines) {
        boolean inside = false;
        for (String line : lines) {
            if (line.contains(SECTION_BEGINS)) {
                inside = true;
            } else if (line.contains(SECTION_ENDS)) {
                return;
            } else if (inside && !line.isBlank() && !line.startsWith("//")) {
                add(line.strip());
            }
        }
    }

    /** The list that ships with the library. */
    public static PublicSuffixes bundled() {
        return new PublicSuffixes(DataFile.lines(FILE));
    }

    /** Version and hash of the list that ships with the library. */
    public static DataFile file() {
        return DataFile.describe(FILE);
    }

    private void add(String rule) {
        if (rule.startsWith("!")) {
            rules.put(name(rule.substring(1)), Rule.EXCEPTION);
        } else if (rule.startsWith("*.")) {
            rules.merge(name(rule.substring(2)), Rule.EVERY_CHILD, PublicSuffixes::both);
        } else {
            rules.merge(name(rule), Rule.SUFFIX, PublicSuffixes::both);
        }
    }

    private static Rule both(Rule one, Rule other) {
        return one == other ? one : Rule.SUFFIX_AND_EVERY_CHILD;
    }

    private static DomainName name(String text) {
        // The list holds normalised U-labels, so IDNA 2003 maps nothing: it only applies Punycode.
        return DomainName.parse(IDN.toASCII(text, IDN.ALLOW_UNASSIGNED));
    }

    /**
     * The registrable domain at or above a name: one label below its public suffix. Null where the
     * name is a public suffix itself, or the root.
     */
    public @Nullable DomainName registrableDomain(DomainName name) {
        int labels = name.labelCount();
        int suffix = suffixLabels(name, labels);
        return suffix >= labels ? null : name.ancestor(suffix + 1);
    }

    private int suffixLabels(DomainName name, int labels) {
        DomainName candidate = name;
        Rule own = rules.get(candidate);
        for (int count = labels; count > 0; count--) {
            if (own == Rule.EXCEPTION) {
                return count - 1;
            }
            DomainName parent = candidate.parent();
            Rule above = rules.get(parent);
            if (own == Rule.SUFFIX || own == Rule.SUFFIX_AND_EVERY_CHILD || coversChildren(above)) {
                return count;
            }
            candidate = parent;
            own = above;
        }
        // No rule matches: the list's default is that every top-level domain is a suffix.
        return Math.min(1, labels);
    }

    private static boolean coversChildren(@Nullable Rule rule) {
        return rule == Rule.EVERY_CHILD || rule == Rule.SUFFIX_AND_EVERY_CHILD;
    }
}
