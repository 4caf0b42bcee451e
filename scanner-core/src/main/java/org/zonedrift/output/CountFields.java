package org.zonedrift.output;

import org.zonedrift.verdict.Counts;

/** {@code counts}: how many there are of what. */
final class CountFields {

    static final Section SECTION = new Section("counts");

    static final Key NS = SECTION.whole("ns", "NS names of parent and child together");
    static final Key ADDRESSES = SECTION.whole("addresses", "distinct addresses of these");
    static final Key PROBED = SECTION.whole("probed", "addresses that were asked");
    static final Key USABLE = SECTION.whole("usable", "addresses that speak for the zone");
    static final Key LAME = SECTION.whole("lame", "addresses that answered but do not speak for the zone");
    static final Key UNREACHABLE = SECTION.whole("unreachable", "addresses that did not answer");
    static final Key SKIPPED = SECTION.whole("skipped", "addresses that were deliberately not asked");
    static final Key SERIALS = SECTION.whole("serials", "distinct serials of usable addresses");
    static final Key OPERATORS = SECTION.whole("operators", "who runs the servers");
    static final Key SOURCES = SECTION.whole("sources", "primaries (MNAME and RNAME) seen");

    /** Few zones have more of anything; a power of two. */
    private static final int BOUND = 1 << 6;

    static {
        SECTION.require(NS, ADDRESSES, PROBED, USABLE, LAME, UNREACHABLE, SKIPPED, SERIALS, OPERATORS, SOURCES);
    }

    private CountFields() {}

    static void write(ObjectWriter out, Key key, Counts counts) {
        long number = numberOf(counts);
        Phrases known = out.repetitions().counts();
        if (out.repeats(known, number)) {
            return;
        }
        int mark = out.mark();
        out.begin(key);
        out.number(NS, counts.ns());
        out.number(ADDRESSES, counts.addresses());
        out.number(PROBED, counts.probed());
        out.number(USABLE, counts.usable());
        out.number(LAME, counts.lame());
        out.number(UNREACHABLE, counts.unreachable());
        out.number(SKIPPED, counts.skipped());
        out.number(SERIALS, counts.serials());
        out.number(OPERATORS, counts.operators());
        out.number(SOURCES, counts.sources());
        out.end();
        out.keep(known, number, mark);
    }

    /** A number for a zone without trouble: all that was to be asked is usable. */
    private static long numberOf(Counts counts) {
        int usable = counts.usable();
        boolean isPlain = counts.addresses() == usable
                && counts.probed() == usable
                && counts.lame() + counts.unreachable() + counts.skipped() == 0
                && counts.serials() == 1
                && counts.sources() == 1;
        return isPlain && (usable | counts.ns() | counts.operators()) < BOUND
                ? ((long) usable * BOUND + counts.ns()) * BOUND + counts.operators()
                : Phrases.NONE;
    }
}
