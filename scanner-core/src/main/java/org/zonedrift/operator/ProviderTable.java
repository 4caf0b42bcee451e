package org.zonedrift.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialScheme;

/** The providers we know, found by the name of a server or by the mailbox of a zone. */
public final class ProviderTable {

    private static final String FILE = "providers.tsv";
    private static final String NOTHING = "-";
    private static final int COLUMNS = 6;

    /** A pattern of the table, and how many stand before it. */
    private record Entry(NamePattern pattern, Provider provider, int place) {

        boolean isBefore(@Nullable Entry other) {
            return other == null || place < other.place;
        }
    }

    /** The patterns by the plain labels that they end in: a name can have only those of its ancestors. */
    private final Map<DomainName, List<Entry>> byEnd = new HashMap<>();

    private int patterns;
    private final Map<DomainName, Provider> byMailbox = new HashMap<>();

    private ProviderTable(List<String> lines) {
        for (String line : lines) {
            if (!line.startsWith("#")) {
                add(line.split("\t", -1));
            }
        }
    }

    /** The table that ships with the library. */
    public static ProviderTable bundled() {
        return new ProviderTable(DataFile.lines(FILE));
    }

    /** Version and hash of the table that ships with the library. */
    public static DataFile file() {
        return DataFile.describe(FILE);
    }

    private void add(String[] columns) {
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("a provider has " + COLUMNS + " columns: " + Arrays.toString(columns));
        }
        Provider provider = new Provider(
                columns[0], scheme(columns[2]), constants(columns[3]), mailboxes(columns[4]), timers(columns[5]));
        words(columns[1]).forEach(pattern -> add(new Entry(new NamePattern(pattern), provider, patterns++)));
        provider.rnames().forEach(mailbox -> byMailbox.put(mailbox, provider));
    }

    private void add(Entry entry) {
        byEnd.computeIfAbsent(entry.pattern.end(), end -> new ArrayList<>()).add(entry);
    }

    private static List<String> words(String column) {
        return column.equals(NOTHING) ? List.of() : List.of(column.split(" ", -1));
    }

    private static @Nullable SerialScheme scheme(String column) {
        return column.equals(NOTHING)
                ? null
                : SerialScheme.valueOf(column.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Set<Long> constants(String column) {
        Set<Long> constants = new HashSet<>();
        words(column).forEach(word -> constants.add(Long.valueOf(word)));
        return constants;
    }

    private static List<DomainName> mailboxes(String column) {
        return words(column).stream().map(DomainName::parse).toList();
    }

    private static Provider.@Nullable Timers timers(String column) {
        List<Long> seconds = words(column).stream().map(Long::valueOf).toList();
        return seconds.isEmpty()
                ? null
                : new Provider.Timers(seconds.get(0), seconds.get(1), seconds.get(2), seconds.get(3));
    }

    /** Who runs the server of this name, or null where the table does not say. */
    public @Nullable Provider ofServer(DomainName host) {
        Entry first = firstThatEndsIn(DomainName.ROOT, host, null);
        for (DomainName end = host; !end.isRoot(); end = end.parent()) {
            first = firstThatEndsIn(end, host, first);
        }
        return first == null ? null : first.provider;
    }

    /** The first entry of the table for this host, among those of this end and the one found so far. */
    private @Nullable Entry firstThatEndsIn(DomainName end, DomainName host, @Nullable Entry found) {
        Entry first = found;
        for (Entry entry : byEnd.getOrDefault(end, List.of())) {
            if (entry.isBefore(first) && entry.pattern.matches(host)) {
                first = entry;
            }
        }
        return first;
    }

    /** Whose mailbox this is, or null where the table does not say. */
    public @Nullable Provider ofMailbox(DomainName rname) {
        return byMailbox.get(rname);
    }
}
