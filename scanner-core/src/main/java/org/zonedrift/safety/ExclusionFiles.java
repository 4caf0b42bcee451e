package org.zonedrift.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Exclusions in files that people edit while a scan runs. Whoever keeps time calls {@link
 * #refresh()} now and then; any lane may ask for {@link #current()}.
 */
public final class ExclusionFiles {

    /** One state of a file that was in force. */
    public record Version(Path file, String sha256) {}

    private record Stamp(FileTime modified, long size) {}

    private final List<Path> files;
    private volatile Exclusions current;
    private final Set<Version> versions = new LinkedHashSet<>();
    private List<Stamp> stamps;

    /**
     * Reads the files for the first time.
     *
     * @throws IOException if one cannot be read, or a line makes no sense
     */
    public ExclusionFiles(List<Path> files) throws IOException {
        this.files = List.copyOf(files);
        this.stamps = stamps();
        this.current = read();
    }

    /** What holds now. */
    public Exclusions current() {
        return current;
    }

    /**
     * Reads the files again if one has changed. What cannot be read leaves the earlier list in
     * force; the answer then says why, for people.
     */
    public synchronized Optional<String> refresh() {
        try {
            List<Stamp> now = stamps();
            if (!now.equals(stamps)) {
                stamps = now;
                current = read();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the exclusions stay as they were: " + e.getMessage());
        }
    }

    /** Every state of the files that was in force, in the order in which they came. */
    public synchronized List<Version> versions() {
        return List.copyOf(versions);
    }

    private List<Stamp> stamps() throws IOException {
        List<Stamp> found = new ArrayList<>();
        for (Path file : files) {
            found.add(new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
        }
        return found;
    }

    private Exclusions read() throws IOException {
        List<String> lines = new ArrayList<>();
        List<Version> read = new ArrayList<>();
        for (Path file : files) {
            byte[] octets = Files.readAllBytes(file);
            List<String> own =
                    new String(octets, StandardCharsets.UTF_8).lines().toList();
            read.add(new Version(file, sha256(octets)));
            try {
                Exclusions.parse(own);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ", " + e.getMessage(), e);
            }
            lines.addAll(own);
        }
        Exclusions all = Exclusions.parse(lines);
        versions.addAll(read);
        return all;
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
