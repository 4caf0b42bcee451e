package org.zonedrift.output;

import java.util.Comparator;
import java.util.stream.Stream;
import org.zonedrift.verdict.Flag;

/** The flags as a Markdown page, made from their registry. */
public final class FlagPage {

    private static final String HEAD = """
            # Flags

            What a record may say of a zone besides its verdict. Flags of severity error, warning and notice stand in the
            record's `findings`, those of severity info in its `facts`, each list sorted. A flag never changes the verdict.

            They are written where their condition holds, and not where it is merely likely. The names do not change. Who says
            so: RFCs, then others who say the same (Zonemaster by its tag, RIPE-203, NIST SP 800-81 with its revision).

            This page is generated from the registry in the code, as are `zonedrift flags` and the values in
            `schema/zonedrift-1.schema.json`.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private FlagPage() {}

    /** The page. */
    public static String text() {
        FlagPage flags = new FlagPage();
        Stream.of(Flag.Severity.values()).sorted(Comparator.reverseOrder()).forEach(flags::section);
        return flags.page.toString();
    }

    private void section(Flag.Severity severity) {
        page.append("\n## ").append(severity.key()).append("\n\n");
        page.append("| flag | meaning | standard | others |\n|---|---|---|---|\n");
        for (Flag flag : Flag.values()) {
            if (flag.severity() == severity) {
                row(flag);
            }
        }
    }

    private void row(Flag flag) {
        page.append("| `")
                .append(flag.key())
                .append("` | ")
                .append(flag.text().meaning())
                .append(" | ")
                .append(flag.text().rfc())
                .append(" | ")
                .append(flag.text().guidance())
                .append(" |\n");
    }
}
