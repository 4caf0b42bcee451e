package org.zonedrift.output;

import java.util.List;
import org.zonedrift.zone.NameServer;

/** The words for the sides that name a server. */
final class ListedWords {

    static final String PARENT = "parent";
    static final String CHILD = "child";
    static final List<String> ALL = List.of(PARENT, CHILD);

    private static final List<String> PARENT_ONLY = List.of(PARENT);
    private static final List<String> CHILD_ONLY = List.of(CHILD);

    private ListedWords() {}

    static void write(ObjectWriter out, Key key, NameServer.Listed listed) {
        out.texts(
                key,
                switch (listed) {
                    case PARENT -> PARENT_ONLY;
                    case CHILD -> CHILD_ONLY;
                    case BOTH -> ALL;
                    case NEITHER -> List.of();
                });
    }

    static NameServer.Listed read(List<String> words) {
        if (words.size() == ALL.size()) {
            return NameServer.Listed.BOTH;
        }
        if (words.isEmpty()) {
            return NameServer.Listed.NEITHER;
        }
        return words.contains(PARENT) ? NameServer.Listed.PARENT : NameServer.Listed.CHILD;
    }
}
