package org.zonedrift.output;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * Where the names, the texts and the serial that were written last stand: a record has most of them more than
 * once, and they are copied from there. What is the same is told by being the same object.
 */
final class Recent {

    /** Hosts, primary, mailbox and operators of a zone; some are those of the zone before. */
    private static final int PLACES = 12;

    private final JsonBytes json;

    private final @Nullable Object[] told = new Object[PLACES];
    private final int[] from = new int[PLACES];
    private final int[] to = new int[PLACES];
    private int next;

    private long number = -1;
    private int numberFrom;
    private int numberTo;

    Recent(JsonBytes json) {
        this.json = json;
    }

    /** Writes a name, at a key or in an array. */
    void name(DomainName wanted) {
        json.comma();
        if (!repeats(wanted)) {
            int start = json.length();
            json.name(wanted);
            keep(wanted, start);
        }
    }

    /** Writes a text, at a key or in an array. */
    void text(String wanted) {
        json.comma();
        if (!repeats(wanted)) {
            int start = json.length();
            json.textAlone(wanted);
            keep(wanted, start);
        }
    }

    private boolean repeats(Object wanted) {
        for (int i = 0; i < PLACES; i++) {
            if (told[i] == wanted) {
                json.again(from[i], to[i]);
                return true;
            }
        }
        return false;
    }

    private void keep(Object written, int start) {
        told[next] = written;
        from[next] = start;
        to[next] = json.length();
        next = next + 1 == PLACES ? 0 : next + 1;
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
        if (!repeats(rname)) {
            json.name(rname); // Not kept, as it does not stay there.
        }
        json.asMailbox(rname);
    }

    /** Forgets all, as it stands there no more. */
    void forget() {
        Arrays.fill(told, null);
        number = -1;
    }
}
