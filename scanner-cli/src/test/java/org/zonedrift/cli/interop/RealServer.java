package org.zonedrift.cli.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A server program that somebody else wrote, running in a namespace; what it says goes to a file. */
public final class RealServer implements AutoCloseable {

    /** Between two questions to a server that is not ready; a server that ends is noticed at once. */
    private static final long PAUSE_MILLIS = 25;

    private static final int QUESTIONS_MAX = 800;

    private final Process process;
    private final Path log;

    private RealServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a server that stays in the foreground. */
    public static RealServer start(NetworkNamespace namespace, Path folder, List<String> command) {
        Path log = folder.resolve("log");
        try {
            Process process = namespace
                    .command(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new RealServer(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks until it is so, and fails with what the server said when it ends before or takes too long. */
    public void await(Supplier<String> what, BooleanSupplier condition) {
        try {
            for (int question = 0; question < QUESTIONS_MAX; question++) {
                if (condition.getAsBoolean()) {
                    return;
                }
                if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("ended before " + what.get() + ":\n" + log());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("not so in time: " + what.get() + "\n" + log());
    }

    /** What the server said so far. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server and whatever it started, and waits until they are gone: whoever comes next wants their port. */
    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        if (!areGoneInTime(family)) {
            family.forEach(ProcessHandle::destroyForcibly);
            if (!areGoneInTime(family)) {
                throw new AssertionError("does not end:\n" + log());
            }
        }
    }

    private static boolean areGoneInTime(List<ProcessHandle> family) {
        try {
            for (int look = 0; look < QUESTIONS_MAX; look++) {
                Optional<ProcessHandle> left =
                        family.stream().filter(member -> !isGone(member)).findFirst();
                if (left.isEmpty()) {
                    return true;
                }
                pause(left.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static void pause(ProcessHandle member) throws InterruptedException {
        try {
            member.onExit().get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return; // Looked at again.
        }
    }

    /**
     * Whether it holds nothing any more. One whose parent ended first is nobody's child in its
     * namespace, and stays in the list of processes, dead, until the namespace goes.
     */
    private static boolean isGone(ProcessHandle member) {
        try {
            String state = Files.readString(Path.of("/proc", String.valueOf(member.pid()), "stat"));
            return state.charAt(state.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return !member.isAlive();
        }
    }
}
