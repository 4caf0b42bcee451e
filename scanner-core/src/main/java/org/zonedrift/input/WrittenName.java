package org.zonedrift.input;

import java.util.function.UnaryOperator;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;

/**
 * What a person wrote where a domain name belongs, read strictly: nothing is repaired but case,
 * the closing dot and Unicode labels.
 */
public final class WrittenName {

    /** Whether a bare number can be meant as a name. */
    public enum Numbers {
        TAKEN,
        /** Where the format was guessed: a rank must never be scanned as a zone. */
        REFUSED
    }

    private final UnaryOperator<String> toALabels;
    private final Numbers numbers;

    /**
     * @param toALabels Unicode labels to A-labels by UTS #46; called only where there are any, and
     *     says why it cannot by an {@link IllegalArgumentException}
     */
    public WrittenName(UnaryOperator<String> toALabels, Numbers numbers) {
        this.toALabels = toALabels;
        this.numbers = numbers;
    }

    /**
     * The name.
     *
     * @throws MalformedNameException or another {@link IllegalArgumentException} that says why it
     *     is none
     */
    public DomainName read(String written) {
        String ascii = isAscii(written) ? written : toALabels.apply(written);
        checkOctets(ascii);
        if (isAddress(ascii)) {
            throw new IllegalArgumentException("an IP address, not a domain name");
        }
        if (numbers == Numbers.REFUSED && isNumber(ascii)) {
            throw new IllegalArgumentException("a bare number; --input-format list takes it for a name");
        }
        return DomainName.parse(ascii);
    }

    /** Whole, or with one point in it: a rank, a share, a count. */
    static boolean isNumber(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        long points = text.chars().filter(c -> c == '.').count();
        return digits > 0 && points <= 1 && digits + points == text.length();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void checkOctets(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                throw new IllegalArgumentException(
                        c == ' ' || c == '\t' ? "white space in a name" : "a control character in a name");
            }
            if (c == '\\') {
                i++;
            } else if (c == '@') {
                throw new IllegalArgumentException("an e-mail address, not a domain name");
            } else if (c == ':' && text.startsWith("://", i)) {
                throw new IllegalArgumentException("a URL, not a domain name");
            }
        }
    }

    private static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 ? isIpv6(text) || isIpv4(text) : isIpv4(text);
    }

    /** Hexadecimal groups with at least two colons, in brackets perhaps. */
    private static boolean isIpv6(String text) {
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            colons += c == ':' ? 1 : 0;
            if (Character.digit(c, 16) < 0 && ":.[]/%".indexOf(c) < 0) {
                return false;
            }
        }
        return colons >= 2;
    }

    /** Four numbers, with a port or a prefix length perhaps. */
    private static boolean isIpv4(String text) {
        int dots = 0;
        boolean tail = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !tail) {
                dots += i + 1 < text.length() ? 1 : 0;
            } else if ((c == ':' || c == '/') && !tail && dots == 3) {
                tail = true;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }
}
