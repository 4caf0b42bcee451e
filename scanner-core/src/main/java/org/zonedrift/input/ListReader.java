package org.zonedrift.input;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/** A name in each line, in one of its columns; the other columns are passed through as metadata. */
final class ListReader implements Targets {

    /** The longest name takes 1,020 octets with every octet escaped; the rest is for metadata. */
    static final int LONGEST_LINE = 1 << 14;

    private final InputLines lines;
    private final Columns columns;
    private final WrittenName names;
    private @Nullable DomainName before;

    ListReader(InputLines lines, Columns columns, WrittenName names) {
        this.lines = lines;
        this.columns = columns;
        this.names = names;
    }

    @Override
    public Optional<Target> next() {
        return lines.advance() ? Optional.of(target()) : Optional.empty();
    }

    private Target target() {
        DomainName previous = before;
        before = null;
        String trouble = lines.trouble();
        if (trouble != null) {
            return lines.malformed(trouble);
        }
        try {
            Columns.Row row = columns.split(lines.text());
            DomainName name = names.read(row.name());
            before = name;
            return name.equals(previous) ? duplicate(name) : zone(name, row.metadata());
        } catch (IllegalArgumentException notAName) {
            return lines.malformed(String.valueOf(notAName.getMessage()));
        }
    }

    private Target duplicate(DomainName name) {
        return new Target.Unmeasured(lines.line(name.toString()), name, Target.Why.DUPLICATE, null);
    }

    private Target zone(DomainName name, String metadata) {
        return new Target.Zone(
                lines.line(name.toString()), name, metadata.isEmpty() ? null : metadata, null, List.of(), null);
    }
}
