package org.zonedrift.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The records of a zone file (RFC 1035 §5), one after another.
 *
 * <p>One record a line, as registries write their zones, is read here, octet by octet. Whatever
 * has parentheses, quotes or $GENERATE goes to dnsjava, which reads everything and takes ten times
 * as long.
 */
final class MasterReader {

    /** What there is to know about one step. */
    enum Step {
        RECORD,
        /** A line, or a record over several lines, that makes no sense; {@link #trouble} says why. */
        DAMAGED,
        END
    }

    private static final int LONGEST_LINE = 1 << 16;

    private final LineSplitter lines;
    private final MasterTokens tokens = new MasterTokens();
    private final MasterRecord record = new MasterRecord();
    private final NameBuffer origin = new NameBuffer();
    private final LastOwner lastOwner = new LastOwner();
    private final OddRecords odd = new OddRecords();
    private long defaultTtl = -1;
    private long startLine;
    private String trouble = "";

    MasterReader(InputStream source, @Nullable DomainName origin) {
        this.lines = new LineSplitter(source, LONGEST_LINE);
        if (origin != null) {
            this.origin.set(origin);
        }
    }

    MasterRecord record() {
        return record;
    }

    String trouble() {
        return trouble;
    }

    /** The line where the last record or the damage begins. */
    long line() {
        return startLine;
    }

    /** Lines read so far. */
    long linesRead() {
        return lines.number();
    }

    Step advance() throws IOException {
        while (true) {
            if (odd.next(record)) {
                lastOwner.set(record.owner());
                return Step.RECORD;
            }
            if (!lines.advance()) {
                return Step.END;
            }
            startLine = lines.number();
            tokens.cut(lines.octets(), lines.from(), lines.from() + lines.length());
            if (tokens.count() == 0 && !tokens.isOdd()) {
                continue;
            }
            Step step = readLine();
            if (step != null) {
                return step;
            }
        }
    }

    private @Nullable Step readLine() throws IOException {
        if (lines.isCut()) {
            return damaged("a line longer than " + LONGEST_LINE + " octets");
        }
        if (tokens.count() > 0 && tokens.first(0) == '$' && !tokens.isIndented()) {
            return readDirective();
        }
        return tokens.isOdd() ? readOdd() : readFlat();
    }

    private @Nullable Step readDirective() throws IOException {
        if (tokens.is(0, "$generate")) {
            return readOdd();
        }
        boolean isUnderstood = switch (tokens.count() < 2 ? "" : tokens.text(0).toLowerCase(Locale.ROOT)) {
            case "$origin" -> setOrigin();
            case "$ttl" -> setTtl();
            default -> false;
        };
        return isUnderstood ? null : damaged("a directive that is not followed: " + tokens.text(0));
    }

    private boolean setOrigin() {
        NameBuffer name = new NameBuffer();
        if (!name.read(tokens.line(), tokens.start(1), tokens.end(1), origin)) {
            return false;
        }
        origin.set(name);
        lastOwner.forgetText();
        return true;
    }

    private boolean setTtl() {
        long ttl = tokens.seconds(1);
        defaultTtl = ttl;
        return ttl >= 0;
    }

    /** A record that fills exactly one line, without anything that needs another to read it. */
    private @Nullable Step readFlat() throws IOException {
        int at = tokens.isIndented() ? 0 : 1;
        long ttl = defaultTtl;
        while (tokens.has(at) && (tokens.startsWithDigit(at) || tokens.is(at, "in"))) {
            if (tokens.startsWithDigit(at)) {
                ttl = tokens.seconds(at);
                if (ttl < 0) {
                    return damaged("a senseless TTL: " + tokens.text(at));
                }
            }
            at++;
        }
        if (!tokens.has(at)) {
            return damaged("a record without a type");
        }
        if (!readOwner()) {
            return damaged("no owner, or not a domain name: " + tokens.text(0));
        }
        return readData(at, ttl);
    }

    private boolean readOwner() {
        return tokens.isIndented()
                ? !lastOwner.isEmpty()
                : lastOwner.read(tokens.line(), tokens.start(0), tokens.end(0), origin);
    }

    private @Nullable Step readData(int at, long ttl) throws IOException {
        MasterRecord.Type type = type(at);
        if (type == MasterRecord.Type.OTHER) {
            return isType(at) ? null : damaged("not a record type: " + tokens.text(at));
        }
        if (!tokens.has(at + 1)) {
            return damaged("a record without data");
        }
        if (tokens.first(at + 1) == '\\' && tokens.length(at + 1) == 2) {
            return readOdd(); // Data in hexadecimal (RFC 3597).
        }
        record.begin(type, ttl, startLine);
        record.owner().set(lastOwner.name());
        boolean isFine = switch (type) {
            case NS -> record.target().read(tokens.line(), tokens.start(at + 1), tokens.end(at + 1), origin);
            case SOA -> readSerial(at);
            default -> readAddress(at + 1, type);
        };
        return isFine ? Step.RECORD : damaged("data that makes no sense: " + tokens.text(at + 1));
    }

    private MasterRecord.Type type(int at) {
        if (tokens.is(at, "ns")) {
            return MasterRecord.Type.NS;
        }
        if (tokens.is(at, "a")) {
            return MasterRecord.Type.A;
        }
        if (tokens.is(at, "aaaa")) {
            return MasterRecord.Type.AAAA;
        }
        return tokens.is(at, "soa") ? MasterRecord.Type.SOA : MasterRecord.Type.OTHER;
    }

    /** Whether the token could be some record type: letters and digits, a letter first. */
    private boolean isType(int token) {
        for (int at = tokens.start(token); at < tokens.end(token); at++) {
            byte c = tokens.line()[at];
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            boolean digitOrHyphen = c >= '0' && c <= '9' || c == '-';
            if (!letter && (!digitOrHyphen || at == tokens.start(token))) {
                return false;
            }
        }
        return true;
    }

    private boolean readSerial(int at) {
        if (!tokens.has(at + 7)) {
            return false;
        }
        long serial = tokens.seconds(at + 3);
        record.setSerial(serial);
        return serial >= 0;
    }

    private boolean readAddress(int token, MasterRecord.Type type) {
        if (type == MasterRecord.Type.A) {
            byte[] octets = new byte[4];
            record.setAddress(octets);
            return WrittenAddress.readIpv4(tokens.line(), tokens.start(token), tokens.end(token), octets);
        }
        byte[] octets = new byte[16];
        record.setAddress(octets);
        return WrittenAddress.readIpv6(tokens.line(), tokens.start(token), tokens.end(token), octets);
    }

    private @Nullable Step readOdd() throws IOException {
        LogicalLine whole = new LogicalLine(lines);
        if (!whole.gather()) {
            return damaged("a parenthesis or a quote that is not closed");
        }
        String text = new String(whole.octets(), StandardCharsets.ISO_8859_1);
        String why = odd.read(text, origin, lastOwner.name(), Math.max(defaultTtl, 0), startLine);
        return why == null ? null : damaged(why);
    }

    private Step damaged(String why) {
        trouble = why;
        return Step.DAMAGED;
    }
}
