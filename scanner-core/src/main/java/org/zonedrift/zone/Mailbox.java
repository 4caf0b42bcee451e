package org.zonedrift.zone;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The mail address that an SOA's RNAME stands for: its first label is the local part. */
public final class Mailbox {

    /** Characters of an atom besides letters and digits (RFC 5322 §3.2.3). */
    private static final String ATOM_MARKS = "!#$%&'*+-/=?^_`{|}~";

    private Mailbox() {}

    /**
     * {@code local@domain}, the local part quoted where RFC 5321 wants it; empty where the name has
     * no room for both.
     */
    public static String of(DomainName rname) {
        if (rname.labelCount() < 2) {
            return "";
        }
        byte[] local = rname.label(0);
        String written = isDotAtom(local) ? ascii(local) : quoted(local);
        return written + "@" + rname.parent();
    }

    private static boolean isDotAtom(byte[] local) {
        boolean atomBegun = false;
        for (byte octet : local) {
            if (octet == '.') {
                if (!atomBegun) {
                    return false;
                }
                atomBegun = false;
            } else if (isAtomText(octet)) {
                atomBegun = true;
            } else {
                return false;
            }
        }
        return atomBegun;
    }

    private static boolean isAtomText(byte octet) {
        return octet >= 'a' && octet <= 'z' || octet >= '0' && octet <= '9' || ATOM_MARKS.indexOf(octet) >= 0;
    }

    private static String ascii(byte[] octets) {
        return new String(octets, StandardCharsets.US_ASCII);
    }

    private static String quoted(byte[] local) {
        StringBuilder text = new StringBuilder(local.length + 8).append('"');
        for (byte octet : local) {
            if (octet == '"' || octet == '\\') {
                text.append('\\').append((char) octet);
            } else if (octet >= ' ' && octet < 0x7f) {
                text.append((char) octet);
            } else {
                text.append(String.format(Locale.ROOT, "\\%03d", octet & 0xff));
            }
        }
        return text.append('"').toString();
    }
}
