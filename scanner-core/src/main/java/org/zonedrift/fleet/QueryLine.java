package org.zonedrift.fleet;

import io.netty.handler.codec.dns.DnsRecordType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;

/** A line of a query file as dnsperf reads it: {@code name TYPE}, or a name alone. */
public final class QueryLine {

    private static final Pattern NUMBERED = Pattern.compile("TYPE(\\d{1,5})");
    private static final int TYPE_MAX = 0xffff;

    /** Types that query files hold and that the codec has no word for. */
    private static final Map<String, Integer> NEWER = Map.of("SVCB", 64, "HTTPS", 65);

    private QueryLine() {}

    /**
     * The query on this line, or none where it is empty or a comment.
     *
     * @param usualType the type where the line names none
     * @throws IllegalArgumentException if it can be neither
     */
    public static Optional<Query> parse(String line, int usualType) {
        String text = line.strip();
        if (text.isEmpty() || text.charAt(0) == ';' || text.charAt(0) == '#') {
            return Optional.empty();
        }
        String[] words = text.split("\\s+");
        if (words.length > 2) {
            throw new IllegalArgumentException("'" + text + "' is more than a name and a type");
        }
        return Optional.of(new Query(name(words[0]), words.length == 1 ? usualType : type(words[1])));
    }

    private static DomainName name(String word) {
        try {
            return DomainName.parse(word);
        } catch (MalformedNameException e) {
            throw new IllegalArgumentException("'" + word + "' is no domain name: " + e.getMessage(), e);
        }
    }

    /**
     * The number of a record type.
     *
     * @throws IllegalArgumentException if nobody knows it
     */
    public static int type(String word) {
        String mnemonic = word.toUpperCase(Locale.ROOT);
        Matcher numbered = NUMBERED.matcher(mnemonic);
        if (numbered.matches() && Integer.parseInt(numbered.group(1)) <= TYPE_MAX) {
            return Integer.parseInt(numbered.group(1));
        }
        Integer newer = NEWER.get(mnemonic);
        if (newer != null) {
            return newer;
        }
        try {
            return DnsRecordType.valueOf(mnemonic).intValue();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + word + "' is no record type", e);
        }
    }
}
