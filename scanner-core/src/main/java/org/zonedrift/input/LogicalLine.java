package org.zonedrift.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A record of a zone file that parentheses stretch over several lines, gathered whole. */
final class LogicalLine {

    /** No record of interest is longer; a parenthesis that is never closed must not eat the file. */
    private static final int LONGEST = 1 << 16;

    private final LineSplitter lines;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private int depth;
    private boolean isQuoted;

    LogicalLine(LineSplitter lines) {
        this.lines = lines;
    }

    /** Takes the line at hand, and more until all parentheses are closed; false if they never are. */
    boolean gather() throws IOException {
        take();
        while ((depth > 0 || isQuoted) && octets.size() < LONGEST && lines.advance()) {
            take();
        }
        return depth == 0 && !isQuoted;
    }

    private void take() {
        byte[] line = lines.octets();
        int from = lines.from();
        int to = from + lines.length();
        for (int at = from; at < to; at++) {
            int c = line[at];
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ';' && !isQuoted) {
                break;
            } else if (!isQuoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        octets.write(line, from, lines.length());
        octets.write('\n');
    }

    byte[] octets() {
        return octets.toByteArray();
    }
}
