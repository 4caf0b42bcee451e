package org.zonedrift.output;

import java.util.List;
import org.zonedrift.zone.NameServer;

/** The words for the sides that name a server. */
final class ListedWords {

    static final String PARENT = "parent";
    static final String CHILD = "child";
    static final List<String> ALL = List.of(PARENT, CHILD);

    private static final byte[] PARENT_ONLY = array(PARENT);
    private static final byte[] CHILD_ONLY = array(CHILD);
    private static final byte[] BOTH = array(PARENT, CHILD);

    private ListedWords() {}

    private static byte[] array(String... words) {
        JsonBytes json = new JsonBytes().beginArray();
        for (String word : words) {
            json.text(word);
        }
        return json.endArray().toByteArray();
    }

    static void write(ObjectWriter out, Key key, NameServer.Listed listed) {
        switch (listed) {
            case PARENT -> out.ready(key, PARENT_ONLY);
            case CHILD -> out.ready(key, CHILD_ONLY);
            case BOTH -> out.ready(key, BOTH);
            case NEITHER -> {}
        }
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
