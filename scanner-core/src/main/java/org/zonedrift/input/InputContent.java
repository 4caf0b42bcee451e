package org.zonedrift.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in an input: its targets, read from octets that are unpacked, counted and hashed. */
final class InputContent {

    /** As much as is looked at to find the format out: twenty records of results do not fit. */
    private static final int HEAD = 1 << 16;

    private final Reading reading;
    private final int file;
    private final FirstLines.Layout layout;
    private final @Nullable InputLines lines;
    private final Targets targets;
    private final boolean isPacked;
    private volatile HashedInput octets;

    /**
     * @param again the same octets from their beginning; null for a pipe, which cannot be read twice
     */
    InputContent(String name, int file, HashedInput octets, @Nullable ByteSource again, Reading reading)
            throws IOException {
        this.reading = reading;
        this.file = file;
        this.octets = octets;
        InputStream unpacked = Unpacked.of(octets);
        this.isPacked = Unpacked.wasPacked(unpacked);
        BufferedInputStream plain = new BufferedInputStream(unpacked, HEAD);
        this.layout = layoutOf(plain, name);
        if (layout.format() == InputFormat.ZONE) {
            this.lines = null;
            this.targets = zoneFile(again == null ? ByteSource.spooled(plain, reading.scratch()) : afresh(again));
        } else {
            InputLines found = new InputLines(plain, file, longestLine());
            for (int i = 0; i < layout.headerLines(); i++) {
                found.skipHeader();
            }
            this.lines = found;
            this.targets = targetsIn(found);
        }
    }

    private FirstLines.Layout layoutOf(BufferedInputStream plain, String name) throws IOException {
        return switch (reading.format()) {
            case AUTO -> new FirstLines(name, peek(plain)).layout();
            case CSV -> new FirstLines(name, peek(plain)).csvLayout(reading.csvColumn());
            case LIST, ZONE, RESULTS, SERVERS -> FirstLines.Layout.of(reading.format());
        };
    }

    private int longestLine() {
        return layout.format() == InputFormat.RESULTS ? ResultsReader.LONGEST_LINE : ListReader.LONGEST_LINE;
    }

    private Targets targetsIn(InputLines found) {
        WrittenName names = new WrittenName(
                reading.toALabels(),
                reading.format() == InputFormat.AUTO ? WrittenName.Numbers.REFUSED : WrittenName.Numbers.TAKEN);
        return switch (layout.format()) {
            case RESULTS -> new ResultsReader(found, reading.results());
            case SERVERS -> new ServersReader(found, names, reading.port());
            default -> new ListReader(found, layout.columns(), names);
        };
    }

    private Targets zoneFile(ByteSource source) {
        return new ZoneFileTargets(source, reading.zoneOrigin(), file, reading.port(), reading.scratch());
    }

    /** The file from its beginning: hashed, which costs as much as reading it, when that counts. */
    private ByteSource afresh(ByteSource file) {
        return new ByteSource() {
            @Override
            public InputStream open() throws IOException {
                octets.close();
                octets = new HashedInput(file.open());
                return Unpacked.of(octets);
            }

            @Override
            public InputStream openAhead() throws IOException {
                return Unpacked.of(file.open());
            }
        };
    }

    /** The first lines, which are read again afterwards; waits no longer than for these. */
    private static List<String> peek(BufferedInputStream plain) throws IOException {
        plain.mark(HEAD);
        byte[] head = new byte[HEAD];
        int length = 0;
        List<String> lines = List.of();
        while (length < HEAD && lines.size() < FirstLines.WANTED) {
            int count = plain.read(head, length, HEAD - length);
            if (count < 0) {
                lines = significant(head, length, length);
                break;
            }
            length += count;
            lines = significant(head, length, lastLineFeed(head, length));
        }
        plain.reset();
        return lines;
    }

    private static int lastLineFeed(byte[] head, int length) {
        int at = length;
        while (at > 0 && head[at - 1] != '\n') {
            at--;
        }
        return at == 0 ? length : at;
    }

    private static List<String> significant(byte[] head, int length, int whole) {
        String text = new String(head, 0, Math.min(whole, length), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String trimmed = AsciiSpace.trimmed(line.startsWith("\ufeff") ? line.substring(1) : line);
            if (!InputLines.isIgnored(trimmed) && lines.size() < FirstLines.WANTED) {
                lines.add(trimmed);
            }
        }
        return lines;
    }

    FirstLines.Layout layout() {
        return layout;
    }

    Targets targets() {
        return targets;
    }

    /** Whether its targets are told while it is read, not all at its end. */
    boolean isToldAsItIsRead() {
        return zoneFileHead().map(head -> head.order().isSorted()).orElse(true);
    }

    boolean isPacked() {
        return isPacked;
    }

    HashedInput octets() {
        return octets;
    }

    void forgetZoneFile() {
        if (targets instanceof ZoneFileTargets zoneFile) {
            zoneFile.forget();
        }
    }

    /** What is known so far of a zone file; nothing of any other input. */
    Optional<ZoneFileHead> zoneFileHead() {
        return targets instanceof ZoneFileTargets zoneFile ? zoneFile.head() : Optional.empty();
    }

    long comments() {
        return lines == null ? 0 : lines.comments();
    }
}
