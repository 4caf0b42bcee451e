package org.zonedrift.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    /** So many that hardly two ends fall on one. A power of two. */
    private static final int BUCKETS = 1 << 8;

    /** The patterns by the hash of the plain labels that they end in: a name can have only those of its ends. */
    private final List<List<Entry>> byEnd =
            Stream.<List<Entry>>generate(ArrayList::new).limit(BUCKETS).toList();

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
        bucket(entry.pattern.end(), 0).add(entry);
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
        byte[] wire = host.wire();
        Entry first = null;
        for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
            first = firstOf(bucket(host, at), host, first);
        }
        first = firstOf(bucket(host, wire.length - 1), host, first);
        return first == null ? null : first.provider;
    }

    /** Where the patterns stand that end in what the name has from this octet on. */
    private List<Entry> bucket(DomainName name, int from) {
        int hash = DomainName.hashOf(name.wire(), from, name.wireLength() - from);
        return byEnd.get((hash ^ hash >>> 16) & BUCKETS - 1);
    }

    /** The first entry of the table for this host, among these and the one found so far. */
    private static @Nullable Entry firstOf(List<Entry> entries, DomainName host, @Nullable Entry found) {
        Entry first = found;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
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
