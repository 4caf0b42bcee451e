package org.zonedrift.input;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.KnownDelegations;

/**
 * The inputs of a scan, one after the other: opened, and found to be readable, before anything is
 * sent.
 */
public final class Inputs implements Targets, AutoCloseable {

    /** What stands for standard input among the names of files. */
    public static final String STANDARD_INPUT = "-";

    private final List<InputFile> files = new ArrayList<>();
    private int current;

    private Inputs() {}

    /**
     * Opens them all.
     *
     * @param names paths, or {@link #STANDARD_INPUT}
     * @throws InputException if one is missing, unreadable, or must be explained by the user
     */
    public static Inputs open(List<String> names, Reading reading, InputStream standardInput) {
        Inputs inputs = new Inputs();
        try {
            for (String name : names) {
                inputs.add(name, reading, standardInput);
            }
            return inputs;
        } catch (InputException e) {
            inputs.close();
            throw e;
        }
    }

    /**
     * Opens what lies elsewhere than in this machine's files.
     *
     * @param names as the user wrote them
     * @param store where their octets come from
     * @throws InputException if one is missing, unreadable, or must be explained by the user
     */
    public static Inputs open(List<String> names, Reading reading, Function<String, ByteSource> store) {
        Inputs inputs = new Inputs();
        try {
            for (String name : names) {
                inputs.add(name, store.apply(name), reading);
            }
            return inputs;
        } catch (InputException e) {
            inputs.close();
            throw e;
        }
    }

    private void add(String name, ByteSource source, Reading reading) {
        try {
            add(name, FileIdentity.OF_A_PIPE, source.open(), source, reading);
        } catch (FileNotFoundException e) {
            throw InputException.unreadable("no such file: " + name, e);
        } catch (IOException e) {
            throw InputException.damaged(name, e);
        }
    }

    private void add(String name, Reading reading, InputStream standardInput) {
        try {
            if (name.equals(STANDARD_INPUT)) {
                addPipe("standard input", standardInput, reading);
                return;
            }
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw InputException.unreadable(name + " is a directory; name the files in it");
            }
            if (Files.isRegularFile(path)) {
                add(name, FileIdentity.of(path), Files.newInputStream(path), ByteSource.file(path), reading);
            } else {
                addPipe(name, new FileInputStream(name), reading);
            }
        } catch (IOException e) {
            throw whyNot(name, e);
        }
    }

    private void addPipe(String name, InputStream stream, Reading reading) throws IOException {
        add(name, FileIdentity.OF_A_PIPE, stream, null, reading);
    }

    private void add(
            String name, FileIdentity identity, InputStream stream, @Nullable ByteSource again, Reading reading)
            throws IOException {
        InputContent content = new InputContent(name, files.size(), new HashedInput(stream), again, reading);
        files.add(new InputFile(name, identity, content));
    }

    static InputException whyNot(String name, IOException fault) {
        if (!name.equals(STANDARD_INPUT) && Files.notExists(Path.of(name))) {
            return InputException.unreadable("no such file: " + name, fault);
        }
        return fault instanceof AccessDeniedException
                ? InputException.unreadable(name + " cannot be read: permission denied", fault)
                : InputException.damaged(name, fault);
    }

    /** The inputs, in the order in which they were named. */
    public List<InputFile> files() {
        return List.copyOf(files);
    }

    /**
     * The delegations of the zone files among them; of each from its first target on, and for as
     * long as it is wanted.
     */
    public KnownDelegations delegations(int port) {
        return new ZoneFileDelegations(files, port);
    }

    /** How much of it all was read, of one; nothing where that does not tell how many targets are to come. */
    public OptionalDouble shareRead() {
        if (!files.stream().allMatch(InputFile::isToldAsItIsRead)) {
            return OptionalDouble.empty();
        }
        double all = files.stream().mapToLong(file -> file.identity().bytes()).sum();
        return OptionalDouble.of(files.stream().mapToLong(InputFile::octetsRead).sum() / all);
    }

    @Override
    public Optional<Target> next() {
        while (current < files.size()) {
            Optional<Target> target = files.get(current).next();
            if (target.isPresent()) {
                return target;
            }
            current++;
            forgetWhatDoesNotFit();
        }
        return Optional.empty();
    }

    /** Zone files that were read stay at hand for the hosts that others name, the latest first. */
    private void forgetWhatDoesNotFit() {
        long held = files.stream().mapToLong(InputFile::octetsHeld).sum();
        for (InputFile file : files.subList(0, current)) {
            if (held > DelegationIndex.USUAL_OCTETS) {
                held -= file.octetsHeld();
                file.forget();
            }
        }
    }

    @Override
    public void close() {
        files.forEach(InputFile::close);
    }
}
