package org.zonedrift.verdict;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * The mail address that an RNAME stands for: its first label is the local part, dots and all, the
 * rest is the mail domain.
 */
public final class Mailbox {

    /** RFC 5321 §4.5.3.1.1. */
    private static final int LOCAL_PART_MAX = 64;

    private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~.";

    private final DomainName rname;

    private Mailbox(DomainName rname) {
        this.rname = rname;
    }

    static Mailbox of(DomainName rname) {
        return new Mailbox(rname);
    }

    /** Whether a name is made of letters, digits and inner hyphens alone, as local part and host domain. */
    public static boolean isPlain(DomainName rname) {
        byte[] wire = rname.wire();
        int labels = 0;
        for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
            if (!isHostLabel(wire, at + 1, at + 1 + wire[at])) {
                return false;
            }
            labels++;
        }
        return labels > 2;
    }

    /** The address as mail programs write it, or null where the name stands for none. */
    public static @Nullable String addressOf(DomainName rname) {
        Mailbox mailbox = new Mailbox(rname);
        return mailbox.hasDomain() && mailbox.isExpressible() ? mailbox.localPart() + "@" + mailbox.domain() : null;
    }

    /** Whether anything is left of the name behind the local part. */
    private boolean hasDomain() {
        return rname.labelCount() > 1;
    }

    DomainName domain() {
        return rname.parent();
    }

    /** Whether RFC 5321 can write the local part at all: printable, and not too long. */
    boolean isExpressible() {
        byte[] local = rname.label(0);
        for (byte octet : local) {
            if (octet < ' ' || octet == 0x7f) {
                return false;
            }
        }
        return local.length <= LOCAL_PART_MAX;
    }

    private String localPart() {
        String local = new String(rname.label(0), StandardCharsets.ISO_8859_1);
        if (isDotAtom(local)) {
            return local;
        }
        return '"' + local.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isDotAtom(String local) {
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return false;
        }
        for (int i = 0; i < local.length(); i++) {
            if (!isAlphanumeric(local.charAt(i)) && ATOM_SPECIALS.indexOf(local.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every label of the mail domain is a host name's (RFC 952, RFC 1123 §2.1). */
    boolean hasHostDomain() {
        byte[] wire = rname.wire();
        for (int at = rname.isRoot() ? 0 : wire[0] + 1; wire[at] != 0; at += wire[at] + 1) {
            if (!isHostLabel(wire, at + 1, at + 1 + wire[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostLabel(byte[] wire, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isAlphanumeric(wire[i]) && wire[i] != '-') {
                return false;
            }
        }
        return wire[from] != '-' && wire[to - 1] != '-';
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
