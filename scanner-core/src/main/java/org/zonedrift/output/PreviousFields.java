package org.zonedrift.output;

import org.zonedrift.zone.Previous;

/** {@code previous}: what an earlier run said. */
final class PreviousFields {

    static final Section SECTION = new Section("previous");

    static final Key SERIAL = SECTION.uint32("serial", "the reference serial of that time");
    static final Key VERDICT = SECTION.word("verdict", Words.VERDICTS, "the verdict of that time");
    static final Key AT = SECTION.time("at", "when that was");
    static final Key RUN = SECTION.text("run", "the run that said so");

    static {
        SECTION.require(VERDICT, AT);
    }

    private PreviousFields() {}

    static void write(ObjectWriter out, Previous previous) {
        out.serial(SERIAL, previous.serial());
        out.text(VERDICT, previous.verdict());
        out.time(AT, previous.at());
        out.text(RUN, previous.run());
    }
}
