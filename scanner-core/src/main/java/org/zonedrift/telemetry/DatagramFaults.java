package org.zonedrift.telemetry;

import java.util.concurrent.atomic.LongAdder;

/** How many datagrams were not, or no longer, what somebody waited for; shared by all lanes, readable by anyone. */
public final class DatagramFaults {

    private final LongAdder late = new LongAdder();
    private final LongAdder strays = new LongAdder();
    private final LongAdder spoofSuspects = new LongAdder();
    private final LongAdder questionMismatches = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder undeliverable = new LongAdder();

    /** Accepted, though they answer an earlier try of a question than the one that was waited for. */
    public long late() {
        return late.sum();
    }

    /** Doubled, from somebody whom we did not ask, or later than the question was open. */
    public long strays() {
        return strays.sum();
    }

    /** Under an id that went to somebody else last, or to nobody: guessed, or very late. */
    public long spoofSuspects() {
        return spoofSuspects.sum();
    }

    /** Under the right id from the right server, but to another question. */
    public long questionMismatches() {
        return questionMismatches.sum();
    }

    /** From the right server, but not to be read. */
    public long unreadable() {
        return unreadable.sum();
    }

    /** Did not leave this machine, or were refused on the way. */
    public long undeliverable() {
        return undeliverable.sum();
    }

    public void countLate() {
        late.increment();
    }

    public void countStray() {
        strays.increment();
    }

    public void countSpoofSuspect() {
        spoofSuspects.increment();
    }

    public void countQuestionMismatch() {
        questionMismatches.increment();
    }

    public void countUnreadable() {
        unreadable.increment();
    }

    public void countUndeliverable() {
        undeliverable.increment();
    }
}
