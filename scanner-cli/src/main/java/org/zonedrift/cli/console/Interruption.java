package org.zonedrift.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The user's wish that a command ends early, and the command's word that it has. */
public final class Interruption {

    /** How long a command may take to put things in order before the process ends anyway. */
    private static final long ORDERLY_END_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Runnable> reaction = new AtomicReference<>(() -> {});
    private volatile boolean requested;

    /** What a command does when it is told to end; it runs at most once, on another thread. */
    public void react(Runnable ending) {
        reaction.set(ending);
        if (requested) {
            reaction.getAndSet(() -> {}).run();
        }
    }

    /** Whether the user wants the command to end. */
    public boolean isRequested() {
        return requested;
    }

    /** Asks the command to end. */
    public void request() {
        requested = true;
        reaction.getAndSet(() -> {}).run();
    }

    /** The command has ended, for whatever reason. */
    public void commandEnded() {
        ended.countDown();
    }

    /** Makes SIGINT and SIGTERM ask for an orderly end, which then is the exit code 130. */
    public Interruption onSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endOrderly, "interruption"));
        return this;
    }

    private void endOrderly() {
        if (ended.getCount() == 0) {
            return;
        }
        request();
        try {
            if (!ended.await(ORDERLY_END_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("zonedrift: gave up waiting for an orderly end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
}
