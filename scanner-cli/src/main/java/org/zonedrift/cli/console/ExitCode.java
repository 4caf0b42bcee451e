package org.zonedrift.cli.console;

/** The numbers with which the program ends. */
public final class ExitCode {

    public static final int OK = 0;

    /** What the user asked to hear about did occur: a {@code --fail-on} verdict, a mismatch. */
    public static final int FOUND = 1;

    public static final int USAGE = 2;

    /** Something needed could not be read, written or reached. */
    public static final int CANNOT = 3;

    /** A bug of ours (EX_SOFTWARE of sysexits.h). */
    public static final int BUG = 70;

    /** As shells say it: 128 and SIGINT. */
    public static final int INTERRUPTED = 130;

    /** As shells say it: 128 and SIGPIPE. */
    public static final int READER_GONE = 141;

    private ExitCode() {}
}
