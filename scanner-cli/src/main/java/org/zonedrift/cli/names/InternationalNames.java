package org.zonedrift.cli.names;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names in the letters of any script, brought to the form that DNS carries: UTS #46,
 * non-transitional. Underscores and other odd ASCII stay, for zones have them.
 */
public final class InternationalNames {

    private static final IDNA UTS_46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** Hyphens in odd places exist in zones; empty and long labels are refused later, with a reason. */
    private static final Set<IDNA.Error> TOLERATED = EnumSet.of(
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4,
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private InternationalNames() {}

    /**
     * The name with A-labels in place of U-labels.
     *
     * @throws IllegalArgumentException if no registry could hold such a name; its message says why
     */
    public static String toAscii(String name) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS_46.nameToASCII(name, new StringBuilder(), info);
        EnumSet<IDNA.Error> errors =
                info.getErrors().isEmpty() ? EnumSet.noneOf(IDNA.Error.class) : EnumSet.copyOf(info.getErrors());
        errors.removeAll(TOLERATED);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("not an internationalised name: "
                    + errors.stream().map(InternationalNames::words).collect(Collectors.joining(", ")));
        }
        return ascii.toString();
    }

    private static String words(IDNA.Error error) {
        return error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
