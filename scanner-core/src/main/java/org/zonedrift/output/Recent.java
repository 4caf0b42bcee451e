package org.zonedrift.output;

import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * Where the names and the serial that were written last stand: a record has most of them more than once,
 * and they are copied from there.
 */
final class Recent {

    private final JsonBytes json;

    private @Nullable DomainName name;
    private int nameFrom;
    private int nameTo;

    private @Nullable DomainName earlierName;
    private int earlierFrom;
    private int earlierTo;

    private long number = -1;
    private int numberFrom;
    private int numberTo;

    Recent(JsonBytes json) {
        this.json = json;
    }

    /** Writes a name at a key. */
    void name(DomainName wanted) {
        if (wanted == name) {
            json.again(nameFrom, nameTo);
        } else if (wanted == earlierName) {
            json.again(earlierFrom, earlierTo);
        } else {
            earlierName = name;
            earlierFrom = nameFrom;
            earlierTo = nameTo;
            name = wanted;
            nameFrom = json.length();
            json.name(wanted);
            nameTo = json.length();
        }
    }

    /** Writes a number that is not negative, at a key or in an array. */
    void number(long wanted) {
        json.comma();
        if (wanted == number) {
            json.again(numberFrom, numberTo);
        } else {
            number = wanted;
            numberFrom = json.length();
            json.digits(wanted);
            numberTo = json.length();
        }
    }

    /** Writes the mail address that a name stands for which has nothing to escape, and a label before its first dot. */
    void plainMailbox(DomainName rname) {
        name(rname);
        json.asMailbox(rname);
        name = rname == name ? null : name; // It may not stand there any more.
    }

    /** Forgets all, as it stands there no more. */
    void forget() {
        name = null;
        earlierName = null;
        number = -1;
    }
}
