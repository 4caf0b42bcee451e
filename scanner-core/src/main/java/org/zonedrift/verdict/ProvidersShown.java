package org.zonedrift.verdict;

import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.operator.Provider;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SoaRecord;

/** The providers that the SOA records of one zone point to; nearly always all to the same, if to any. */
final class ProvidersShown {

    private final Operators directory;
    private final DomainName zone;
    private @Nullable SoaRecord last;
    private @Nullable Provider byLast;

    ProvidersShown(Operators directory, DomainName zone) {
        this.directory = directory;
        this.zone = zone;
    }

    /** The provider that this one points to by its names, or null. */
    @Nullable
    Provider by(SoaRecord soa) {
        SoaRecord before = last;
        if (before == null
                || !before.mname().equals(soa.mname())
                || !before.rname().equals(soa.rname())) {
            byLast = directory.providerShownBy(soa, zone);
            last = soa;
        }
        return byLast;
    }
}
