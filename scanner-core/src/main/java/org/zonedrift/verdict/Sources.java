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

    /** What the servers of one source have in common. */
    record Key(DomainName mname, DomainName rname) {}

    /** One source: the servers that show it, and their serials. */
    record Source(String id, Key key, List<Voice> voices, SerialSet serials) {}

    private final List<Source> sources;
    private final Map<Key, Source> byKey = new HashMap<>();

    private Sources(List<Source> sources) {
        this.sources = sources;
        sources.forEach(source -> byKey.put(source.key, source));
    }

    static Sources among(List<Voice> voices) {
        Map<Key, List<Voice>> groups = new LinkedHashMap<>();
        for (Voice voice : voices) {
            groups.computeIfAbsent(keyOf(voice), key -> new ArrayList<>()).add(voice);
        }
        List<Source> sources = new ArrayList<>(groups.size());
        groups.forEach((key, members) ->
                sources.add(new Source("S" + (sources.size() + 1), key, members, SerialSet.of(members))));
        return new Sources(sources);
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
        Source source = byKey.get(keyOf(voice));
        if (source == null) {
            throw new IllegalArgumentException(
                    "not among these servers: " + voice.seen().server());
        }
        return source;
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
                if (earlier != null && !earlier.id.equals(source.id)) {
                    return true;
                }
            }
        }
        return false;
    }
}
