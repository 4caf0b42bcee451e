package org.zonedrift.input;

import java.util.List;
import java.util.Optional;

/** The zones of an earlier result file, with what that run said about each. */
final class ResultsReader implements Targets {

    /** A record of 64 servers with their replies and three rounds stays below 1 MiB. */
    static final int LONGEST_LINE = 1 << 23;

    private final InputLines lines;
    private final Reading.ResultLine results;

    ResultsReader(InputLines lines, Reading.ResultLine results) {
        this.lines = lines;
        this.results = results;
    }

    @Override
    public Optional<Target> next() {
        return lines.advance() ? Optional.of(target()) : Optional.empty();
    }

    private Target target() {
        String trouble = lines.trouble();
        if (trouble != null) {
            return lines.malformed(trouble);
        }
        try {
            Reading.Earlier earlier = results.read(lines.text());
            return new Target.Zone(
                    lines.place(), earlier.name(), earlier.metadata(), null, List.of(), earlier.previous());
        } catch (IllegalArgumentException e) {
            return lines.malformed("not a record: " + e.getMessage());
        }
    }
}
