package org.zonedrift.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the operating system says when it cannot write, in one line for people. */
final class Faults {

    private Faults() {}

    static OutputException of(String name, IOException fault) {
        String words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("broken pipe") || words.contains("connection reset")) {
            return new OutputException(OutputException.Kind.READER_GONE, name + ": the reader went away", fault);
        }
        return new OutputException(
                OutputException.Kind.FAILED, "cannot write " + name + ": " + reason(fault, words), fault);
    }

    private static String reason(IOException fault, String words) {
        if (words.contains("no space left")) {
            return "the disk is full; what is in it is whole";
        }
        if (fault instanceof NoSuchFileException) {
            return "no such directory";
        }
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        @Nullable String detail = fault instanceof FileSystemException inFile ? inFile.getReason() : fault.getMessage();
        return detail == null ? fault.getClass().getSimpleName() : detail;
    }
}
