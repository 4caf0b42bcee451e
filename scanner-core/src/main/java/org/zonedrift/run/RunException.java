package org.zonedrift.run;

import java.util.Locale;

/** A run cannot be begun, continued or kept; the message is one line for people. */
public final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose turn it is. */
    public enum Kind {
        /** The folder belongs to another run, or to a scan that is still at it. */
        REFUSED,
        /** The folder cannot be read or written. */
        FAILED
    }

    private final Kind kind;

    private RunException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    private RunException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static RunException refused(String message) {
        return new RunException(Kind.REFUSED, message);
    }

    static RunException failed(String message, Throwable cause) {
        String words = String.valueOf(cause.getMessage());
        boolean isFull = words.toLowerCase(Locale.ROOT).contains("no space left");
        return new RunException(
                Kind.FAILED, message + ": " + (isFull ? "the disk is full; what is in it is whole" : words), cause);
    }

    public Kind kind() {
        return kind;
    }
}
