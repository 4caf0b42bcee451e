package org.zonedrift.output;

/** What should be written cannot be; the message is one line for people. */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose doing it is. */
    public enum Kind {
        /** Whoever read our output went away: no fault, but nobody listens any more. */
        READER_GONE,
        /** The disk is full, the place cannot be written, or the like. */
        FAILED
    }

    private final Kind kind;

    OutputException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
