package org.zonedrift.cli.console;

/** How text may be dressed on its way to a reader: as it is, or in a terminal's colours. */
public enum Style {
    PLAIN,
    /** A terminal whose user wants no colours. */
    TERMINAL,
    COLOURED;

    /** Whether somebody watches: lines may be redrawn. */
    public boolean isTerminal() {
        return this != PLAIN;
    }

    public String good(String text) {
        return dressed("32", text);
    }

    public String bad(String text) {
        return dressed("31", text);
    }

    public String doubtful(String text) {
        return dressed("33", text);
    }

    public String strong(String text) {
        return dressed("1", text);
    }

    public String faint(String text) {
        return dressed("2", text);
    }

    private String dressed(String code, String text) {
        return this == COLOURED ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
