package org.zonedrift.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The zones that a TLD's zone file delegates, each once, with the delegation that the file holds:
 * nobody has to ask the registry.
 *
 * <p>Reads the file twice: for its glue, then for its delegations. In a sorted file each owner's
 * records stand together and are told as they come; any other file is cut into pieces on disk
 * first. A damaged line is a target that is not measured.
 */
final class ZoneFileTargets implements Targets {

    private final ByteSource source;
    private final @Nullable DomainName origin;
    private final int file;
    private final int port;
    private final Path folder;
    private final ArrayDeque<Target> ready = new ArrayDeque<>(2);
    private @Nullable Pass pass;
    private volatile @Nullable ZoneFileHead known;

    ZoneFileTargets(ByteSource source, @Nullable DomainName origin, int file, int port, Path folder) {
        this.source = source;
        this.origin = origin;
        this.file = file;
        this.port = port;
        this.folder = folder;
    }

    @Override
    public Optional<Target> next() {
        try {
            if (pass == null) {
                pass = begin();
            }
            while (ready.isEmpty() && pass.step()) {
                // Each step may make targets ready.
            }
            return Optional.ofNullable(ready.poll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first pass found out; nothing before it ended. */
    Optional<ZoneFileHead> head() {
        return Optional.ofNullable(known);
    }

    /** Lets go of it all; nobody asks for a target any more. */
    void forget() {
        known = null;
        pass = null;
    }

    private Pass begin() throws IOException {
        ZoneFileHead head;
        try (var octets = source.openAhead()) {
            head = ZoneFileHead.read(octets, origin);
        }
        known = head;
        return new Pass(head, new MasterReader(source.open(), origin));
    }

    /** The second pass, which tells the delegations. */
    private final class Pass {

        private final ZoneFileHead head;
        private final MasterReader reader;
        private final NsRun run;
        private final @Nullable NsPieces pieces;
        private boolean isRead;

        Pass(ZoneFileHead head, MasterReader reader) throws IOException {
            this.head = head;
            this.reader = reader;
            this.run = new NsRun(head, file, port);
            this.pieces = head.order().isSorted() ? null : new NsPieces(head.octets(), folder);
        }

        /** Goes on a little; false at the end. */
        boolean step() throws IOException {
            if (isRead) {
                return pieces != null && pieces.fill(run) && tell();
            }
            MasterReader.Step step = reader.advance();
            switch (step) {
                case RECORD -> heard(reader.record());
                case DAMAGED -> ready.add(damaged());
                case END -> {
                    isRead = true;
                    tell();
                }
            }
            return true;
        }

        private void heard(MasterRecord record) throws IOException {
            if (record.type() != MasterRecord.Type.NS || record.owner().holds(head.apex())) {
                return;
            }
            if (pieces != null) {
                pieces.add(record);
                return;
            }
            if (!run.isOf(record.owner())) {
                tell();
            }
            run.add(record.owner(), record.target(), record.ttl(), record.line());
        }

        private boolean tell() {
            if (!run.isEmpty()) {
                ready.add(run.take());
            }
            return true;
        }

        private Target damaged() {
            Target.Line line = new Target.Line(file, reader.line(), null, null);
            return new Target.Unmeasured(line, null, Target.Why.MALFORMED_INPUT, reader.trouble());
        }
    }
}
