package org.zonedrift.cli.interop;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A zone as one server has it.
 *
 * @param name without the final dot
 * @param text its master file, unless it is copied
 * @param primary the IPv4 address from which it is copied, if it is
 */
record HostedZone(String name, String text, @Nullable String primary) {

    static HostedZone written(String name, String text) {
        return new HostedZone(name, text, null);
    }

    static HostedZone copied(String name, String primary) {
        return new HostedZone(name, "", primary);
    }

    Optional<String> copiedFrom() {
        return Optional.ofNullable(primary);
    }

    String file() {
        return (name.equals(".") ? "root" : name) + ".zone";
    }
}
