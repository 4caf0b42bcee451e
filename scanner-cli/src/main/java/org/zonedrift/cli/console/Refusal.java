package org.zonedrift.cli.console;

/** Ends a command with one line that the user can act upon, and without a stack trace. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Refusal(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** Something needed could not be read, written or reached. */
    public static Refusal cannot(String message) {
        return new Refusal(ExitCode.CANNOT, message);
    }

    /** What was asked for makes no sense. */
    public static Refusal wrongUsage(String message) {
        return new Refusal(ExitCode.USAGE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
