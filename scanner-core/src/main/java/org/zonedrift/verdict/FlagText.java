package org.zonedrift.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of one flag: its line in the table that the documentation is made from.
 *
 * @param meaning one line, without a full stop
 * @param rfc what the standards say, or empty
 * @param guidance who else says the same: Zonemaster's tag, RIPE-203, NIST SP 800-81; or empty
 */
public record FlagText(String meaning, String rfc, String guidance) {

    private static final String FILE = "flags.tsv";
    private static final int COLUMNS = 4;
    private static final Pattern TAB = Pattern.compile("\t");

    /** Read once, at the first flag that is asked for its words. */
    private static final Map<Flag, FlagText> TEXTS = read();

    static FlagText of(Flag flag) {
        FlagText text = TEXTS.get(flag);
        if (text == null) {
            throw new IllegalStateException(FILE + " lacks " + flag.key());
        }
        return text;
    }

    private static Map<Flag, FlagText> read() {
        Map<Flag, FlagText> texts = new EnumMap<>(Flag.class);
        text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] columns = TAB.split(line, COLUMNS);
            @Nullable Flag flag = Flag.named(columns[0]);
            if (columns.length != COLUMNS || flag == null) {
                throw new IllegalStateException(FILE + " has a line that is no flag: " + line);
            }
            texts.put(flag, new FlagText(columns[1], word(columns[2]), word(columns[3])));
        });
        return texts;
    }

    private static String word(String column) {
        return column.equals("-") ? "" : column;
    }

    private static String text() {
        try (InputStream file = FlagText.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the library was built without " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
