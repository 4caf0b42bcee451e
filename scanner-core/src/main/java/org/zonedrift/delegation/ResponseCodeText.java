package org.zonedrift.delegation;

/** Response codes as people and records write them. */
final class ResponseCodeText {

    private static final String[] NAMES = {
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
        "NOTZONE"
    };

    private ResponseCodeText() {}

    static String of(int rcode) {
        return rcode < NAMES.length ? NAMES[rcode] : "RCODE" + rcode;
    }
}
