package org.zonedrift.input;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * One input of a scan: found to be readable, its format known, its targets told as they are asked
 * for.
 */
public final class InputFile implements Targets, AutoCloseable {

    /**
     * What a manifest says about an input.
     *
     * @param bytes its size on disk, or what was read of a pipe
     * @param sha256 of all its octets; empty unless it was read to its end
     * @param records targets told so far
     * @param comments lines passed over
     * @param zone whose zone file it is, as far as it was read
     */
    public record Summary(
            String name,
            long bytes,
            String sha256,
            long records,
            long comments,
            InputFormat kind,
            Optional<OfZone> zone) {}

    /**
     * The zone of a zone file, and which version of it.
     *
     * @param serial of its SOA record, or -1
     */
    public record OfZone(String name, long serial) {}

    private final String name;
    private final FileIdentity identity;
    private final InputContent content;
    private String sha256 = "";
    private long records;
    private boolean isAtEnd;

    InputFile(String name, FileIdentity identity, InputContent content) {
        this.name = name;
        this.identity = identity;
        this.content = content;
    }

    /** The path as the user wrote it. */
    public String name() {
        return name;
    }

    public InputFormat format() {
        return content.layout().format();
    }

    /** What the user should be told about how it is read; empty where there is nothing to tell. */
    public String remark() {
        return content.layout().remark();
    }

    /** Whether it holds more octets than its size on disk tells. */
    public boolean isPacked() {
        return content.isPacked();
    }

    /** Whether what was read of it tells how many of its targets were told. */
    boolean isToldAsItIsRead() {
        return identity.bytes() > 0 && content.isToldAsItIsRead();
    }

    /** How much of it was read, in octets as they lie on disk. */
    long octetsRead() {
        return content.octets().bytes();
    }

    public FileIdentity identity() {
        return identity;
    }

    public Summary summary() {
        long bytes = identity.bytes() >= 0 ? identity.bytes() : content.octets().bytes();
        return new Summary(name, bytes, sha256, records, content.comments(), format(), zone());
    }

    private Optional<OfZone> zone() {
        return content.zoneFileHead().map(head -> new OfZone(head.apex().toString(), head.serial()));
    }

    Optional<ZoneFileHead> zoneFileHead() {
        return content.zoneFileHead();
    }

    /** Octets of memory that its delegations take. */
    long octetsHeld() {
        return zoneFileHead().map(ZoneFileHead::octetsHeld).orElse(0L);
    }

    /** Lets go of its delegations, all of which must have been told. */
    void forget() {
        content.forgetZoneFile();
    }

    @Override
    public Optional<Target> next() {
        if (isAtEnd) {
            return Optional.empty();
        }
        try {
            Optional<Target> target = content.targets().next();
            if (target.isPresent()) {
                records++;
            } else {
                end();
            }
            return target;
        } catch (UncheckedIOException e) {
            throw InputException.damaged(name, requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw InputException.damaged(name, e);
        }
    }

    private void end() throws IOException {
        isAtEnd = true;
        sha256 = content.octets().hashOfAll();
        content.octets().close();
    }

    @Override
    public void close() {
        try {
            content.octets().close();
        } catch (IOException e) {
            throw InputException.unreadable(name + " cannot be closed", e);
        }
    }
}
