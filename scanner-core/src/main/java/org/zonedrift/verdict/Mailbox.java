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
        return local.chars().allMatch(c -> isAlphanumeric(c) || ATOM_SPECIALS.indexOf(c) >= 0);
    }

    /** Whether every label of the mail domain is a host name's (RFC 952, RFC 1123 §2.1). */
    boolean hasHostDomain() {
        DomainName domain = domain();
        int labels = domain.labelCount();
        for (int i = 0; i < labels; i++) {
            if (!isHostLabel(domain.label(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostLabel(byte[] label) {
        for (byte octet : label) {
            if (!isAlphanumeric(octet) && octet != '-') {
                return false;
            }
        }
        return label[0] != '-' && label[label.length - 1] != '-';
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
