package org.zonedrift.input;

import java.io.EOFException;

/** The input cannot be used as it is; the message is one line that names it and what to do. */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose turn it is. */
    public enum Kind {
        /** The file is missing, unreadable or damaged. */
        UNREADABLE,
        /** The file can be read, but the user must say how. */
        AMBIGUOUS
    }

    private final Kind kind;

    private InputException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    private InputException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static InputException unreadable(String message) {
        return new InputException(Kind.UNREADABLE, message);
    }

    static InputException unreadable(String message, Throwable cause) {
        return new InputException(Kind.UNREADABLE, message, cause);
    }

    /** A file that ends or breaks where it should go on. */
    static InputException damaged(String name, Throwable fault) {
        String reason = fault instanceof EOFException ? "it ends too early" : String.valueOf(fault.getMessage());
        return unreadable(name + " cannot be read: " + reason + "; is the file complete?", fault);
    }

    static InputException ambiguous(String message) {
        return new InputException(Kind.AMBIGUOUS, message);
    }

    public Kind kind() {
        return kind;
    }
}
