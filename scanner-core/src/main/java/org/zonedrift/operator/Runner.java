package org.zonedrift.operator;

import org.jspecify.annotations.Nullable;

/**
 * Who runs a name server of a zone, as its name tells.
 *
 * @param id a provider's id, {@link Operators#SELF}, or the domain that somebody registered
 * @param provider the provider of that id, or null where the table does not know one
 */
public record Runner(String id, @Nullable Provider provider) {

    static final Runner SELF = new Runner(Operators.SELF, null);

    static Runner of(Provider provider) {
        return new Runner(provider.id(), provider);
    }
}
