package org.zonedrift.cli.check;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A server instance's identity, as text where it is text. */
final class NsidText {

    private NsidText() {}

    static String of(byte[] nsid) {
        for (byte octet : nsid) {
            if (octet < ' ' || octet > '~') {
                return "0x" + HexFormat.of().formatHex(nsid);
            }
        }
        return new String(nsid, StandardCharsets.US_ASCII);
    }
}
