package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.zone.DomainName;

/**
 * The usable servers by the primary they show: the pair of MNAME and RNAME. Timers are no part of
 * it, for a change of timers that did not reach every server must stay a mismatch.
 */
final class Sources {

    /** The published name of the first, and nearly always of the only one. */
    static final String FIRST_ID = "S1";

    /** What the servers of one source have in common. */
    record Key(DomainName mname, DomainName rname) {

        boolean isShownBy(Voice voice) {
            return mname.equals(voice.soa().mname()) && rname.equals(voice.soa().rname());
        }
    }

    /** One source: its place among them, the servers that show it, and their serials. */
    record Source(int index, Key key, List<Voice> voices, SerialSet serials) {

        /** Its published name. */
        String id() {
            return index == 0 ? FIRST_ID : "S" + (index + 1);
        }
    }

    private final List<Source> sources;

    private Sources(List<Source> sources) {
        this.sources = sources;
    }

    /** The sources of these servers, which show these serials. */
    static Sources among(List<Voice> voices, SerialSet serials) {
        if (!voices.isEmpty() && areOfOneSource(voices)) {
            return new Sources(List.of(new Source(0, keyOf(voices.get(0)), voices, serials)));
        }
        Map<Key, List<Voice>> groups = new LinkedHashMap<>();
        for (Voice voice : voices) {
            groups.computeIfAbsent(keyOf(voice), key -> new ArrayList<>()).add(voice);
        }
        List<Source> sources = new ArrayList<>(groups.size());
        groups.forEach((key, members) -> sources.add(new Source(sources.size(), key, members, SerialSet.of(members))));
        return new Sources(sources);
    }

    /** As nearly all zones are: so they need no map. */
    private static boolean areOfOneSource(List<Voice> voices) {
        Key first = keyOf(voices.get(0));
        for (int i = 1; i < voices.size(); i++) {
            if (!first.isShownBy(voices.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Key keyOf(Voice voice) {
        return new Key(voice.soa().mname(), voice.soa().rname());
    }

    List<Source> all() {
        return sources;
    }

    int size() {
        return sources.size();
    }

    Source of(Voice voice) {
        if (sources.size() == 1) {
            return sources.get(0);
        }
        for (Source source : sources) {
            if (source.key.isShownBy(voice)) {
                return source;
            }
        }
        throw new IllegalArgumentException(
                "not among these servers: " + voice.seen().server());
    }

    boolean areEachConsistent() {
        return sources.stream().allMatch(source -> source.serials.size() == 1);
    }

    /** Whether some operator stands in two of them, so that they are not independent. */
    boolean shareAnOperator() {
        Map<String, Source> home = new HashMap<>();
        for (Source source : sources) {
            for (Voice voice : source.voices) {
                Source earlier = home.putIfAbsent(voice.operator(), source);
                if (earlier != null && earlier.index != source.index) {
                    return true;
                }
            }
        }
        return false;
    }
}
