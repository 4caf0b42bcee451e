package org.zonedrift.zone;

import java.util.Arrays;

/** Names as people write them (RFC 1035 §5.1): dots, {@code \DDD} and {@code \X} escapes. */
final class PresentationForm {

    private PresentationForm() {}

    static byte[] parse(String text) {
        if (text.equals(".")) {
            return new byte[1];
        }
        return new Reader(text).read();
    }

    static String write(byte[] wire) {
        if (wire.length == 1) {
            return ".";
        }
        StringBuilder text = new StringBuilder(wire.length + 8);
        for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
            if (at > 0) {
                text.append('.');
            }
            for (int i = at + 1; i <= at + wire[at]; i++) {
                appendOctet(text, wire[i] & 0xff);
            }
        }
        return text.toString();
    }

    private static void appendOctet(StringBuilder text, int octet) {
        if (octet <= ' ' || octet >= 0x7f) {
            text.append('\\')
                    .append((char) ('0' + octet / 100))
                    .append((char) ('0' + octet / 10 % 10))
                    .append((char) ('0' + octet % 10));
            return;
        }
        if ("\".();@$\\".indexOf(octet) >= 0) {
            text.append('\\');
        }
        text.append((char) octet);
    }

    private static final class Reader {

        private final String text;
        private final byte[] wire = new byte[DomainName.MAX_WIRE_LENGTH + 1];
        private int labelStart;
        private int end = 1;

        Reader(String text) {
            this.text = text;
        }

        byte[] read() {
            if (text.isEmpty()) {
                throw new MalformedNameException("empty name");
            }
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '.') {
                    closeLabel();
                    at++;
                } else if (c == '\\') {
                    at = escape(at + 1);
                } else {
                    append(c);
                    at++;
                }
            }
            if (end > labelStart + 1) {
                closeLabel();
            }
            wire[labelStart] = 0;
            return Arrays.copyOf(wire, end);
        }

        private void closeLabel() {
            int length = end - labelStart - 1;
            if (length == 0) {
                throw new MalformedNameException("empty label");
            }
            wire[labelStart] = (byte) length;
            labelStart = end;
            claimOctet();
        }

        private void append(int octet) {
            if (octet > 0xff) {
                throw new MalformedNameException("a character that is not ASCII");
            }
            if (end - labelStart > DomainName.MAX_LABEL_LENGTH) {
                throw new MalformedNameException("a label longer than 63 octets");
            }
            wire[end] = DomainName.folded((byte) octet);
            claimOctet();
        }

        private void claimOctet() {
            if (++end > DomainName.MAX_WIRE_LENGTH) {
                throw new MalformedNameException("longer than 255 octets");
            }
        }

        /** Reads what follows a backslash; answers where to go on. */
        private int escape(int at) {
            if (at >= text.length()) {
                throw new MalformedNameException("a backslash at the end");
            }
            if (!isDigit(at)) {
                append(text.charAt(at));
                return at + 1;
            }
            if (!isDigit(at + 1) || !isDigit(at + 2)) {
                throw new MalformedNameException("an escape needs three digits");
            }
            int octet = Integer.parseInt(text.substring(at, at + 3));
            if (octet > 0xff) {
                throw new MalformedNameException("an escape above \\255");
            }
            append(octet);
            return at + 3;
        }

        private boolean isDigit(int at) {
            return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
        }
    }
}
