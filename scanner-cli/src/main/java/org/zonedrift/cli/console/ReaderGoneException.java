package org.zonedrift.cli.console;

import java.io.IOException;

/** Nobody reads standard output any more. */
public final class ReaderGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    public ReaderGoneException(IOException cause) {
        super(cause);
    }
}
