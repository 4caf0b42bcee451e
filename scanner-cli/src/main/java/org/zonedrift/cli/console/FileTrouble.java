package org.zonedrift.cli.console;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the operating system has against a file, in words: an exception often says only its name. */
public final class FileTrouble {

    private FileTrouble() {}

    public static String words(Exception trouble) {
        Throwable cause = trouble.getCause() instanceof IOException inner ? inner : trouble;
        if (cause instanceof NoSuchFileException) {
            return "no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is no text in UTF-8";
        }
        String reason = cause instanceof FileSystemException inFile ? inFile.getReason() : null;
        return reason == null ? String.valueOf(cause.getMessage()) : reason;
    }
}
