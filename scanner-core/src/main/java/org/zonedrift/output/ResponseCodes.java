package org.zonedrift.output;

import java.util.List;

/** The names of response codes in IANA's registry. */
public final class ResponseCodes {

    private static final List<String> WORDS = List.of(
            "NOERROR",
            "FORMERR",
            "SERVFAIL",
            "NXDOMAIN",
            "NOTIMP",
            "REFUSED",
            "YXDOMAIN",
            "YXRRSET",
            "NXRRSET",
            "NOTAUTH",
            "NOTZONE",
            "DSOTYPENI");

    private static final int BADVERS = 16;

    /** What stands before the number of a code without a name (RFC 3597 writes types so). */
    private static final String NAMELESS = "RCODE";

    private ResponseCodes() {}

    /** The word, or the number of a code without one. */
    public static String word(int code) {
        if (code < WORDS.size()) {
            return WORDS.get(code);
        }
        return code == BADVERS ? "BADVERS" : NAMELESS + code;
    }

    /** The code of a word that {@link #word} wrote, or -1. */
    static int code(String word) {
        int known = WORDS.indexOf(word);
        if (known >= 0 || word.equals("BADVERS")) {
            return known >= 0 ? known : BADVERS;
        }
        return word.matches(NAMELESS + "\\d{1,4}") ? Integer.parseInt(word.substring(NAMELESS.length())) : -1;
    }
}
