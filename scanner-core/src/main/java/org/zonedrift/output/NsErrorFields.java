package org.zonedrift.output;

import org.zonedrift.zone.NameServer;

/** {@code ns_errors[]}: NS names that led to no address. */
final class NsErrorFields {

    static final Section SECTION = new Section("ns_errors");

    static final Key NS = SECTION.text("ns", "the NS name");
    static final Key ERROR = SECTION.word("error", Words.TROUBLES, "why it has no address, if that is known");
    static final Key LISTED = SECTION.words("listed", ListedWords.ALL, "which side names it");

    static {
        SECTION.require(NS);
    }

    private NsErrorFields() {}

    static void write(ObjectWriter out, NameServer server) {
        out.name(NS, server.host());
        out.word(ERROR, Words.TROUBLES, server.trouble());
        ListedWords.write(out, LISTED, server.listed());
    }
}
