package org.zonedrift.wire;

import java.util.List;

/** The names of response codes in IANA's registry, as people and records write them. */
public final class ResponseCodeText {

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

    private ResponseCodeText() {}

    public static String of(int code) {
        if (code < WORDS.size()) {
            return WORDS.get(code);
        }
        return code == BADVERS ? "BADVERS" : NAMELESS + code;
    }

    /** The code of a word that {@link #of} wrote, or -1. */
    public static int parse(String word) {
        int known = WORDS.indexOf(word);
        if (known >= 0 || word.equals("BADVERS")) {
            return known >= 0 ? known : BADVERS;
        }
        return word.matches(NAMELESS + "\\d{1,4}") ? Integer.parseInt(word.substring(NAMELESS.length())) : -1;
    }
}
