package org.zonedrift.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.input.Inputs;

/** Where a scan leaves what it writes; refused where that would destroy what it reads, or what it wrote. */
public record Destinations(List<String> inputs, OutputOptions output, RunOptions run) {

    public Destinations {
        inputs = List.copyOf(inputs);
    }

    /** Refuses places that make no sense, before anything is opened. */
    public void check() {
        if (run.folder().isPresent()) {
            checkFolder(run.folder().get());
        }
        output.path().ifPresent(file -> spare(inputs, "-o", file));
        run.manifest().ifPresent(this::checkManifest);
    }

    /** Refuses to write over a file that is read. */
    public static void spare(List<String> inputs, String option, Path file) {
        for (String input : inputs) {
            Path read = Path.of(input);
            if (!input.equals(Inputs.STANDARD_INPUT) && (isSame(file, read) || isIn(read, file))) {
                throw Refusal.wrongUsage(
                        option + " " + file + " is an input too, and would be lost: name another file");
            }
        }
    }

    private void checkFolder(Path folder) {
        if (output.namesPlace() || run.manifest().isPresent()) {
            throw Refusal.wrongUsage("--run keeps results and manifest in its folder: leave out -o and --manifest");
        }
        if (inputs.contains(Inputs.STANDARD_INPUT)) {
            throw Refusal.wrongUsage("--run cannot go on with standard input later: name a file");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Refusal.wrongUsage("--run " + folder + " is a file: name a folder, which need not exist yet");
        }
    }

    /** It is replaced as a whole, which a device or a pipe would not outlive. */
    private void checkManifest(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Refusal.wrongUsage("--manifest " + file + " is no plain file: name one, which need not exist yet");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Refusal.cannot("--manifest " + file + " cannot be written: there is no folder " + folder);
        }
        spare(inputs, "--manifest", file);
        if (output.path().filter(results -> isSame(file, results)).isPresent()) {
            throw Refusal.wrongUsage("-o and --manifest name the same file: the records would be lost");
        }
    }

    /** Whole folders are read of runs. */
    private static boolean isIn(Path folder, Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent != null && Files.isDirectory(folder) && isSameFile(parent, folder) && Files.exists(file);
    }

    /** Devices are nobody's loss. */
    private static boolean isSame(Path one, Path other) {
        return Files.exists(one) && Files.exists(other)
                ? Files.isRegularFile(one) && isSameFile(one, other)
                : one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static boolean isSameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
