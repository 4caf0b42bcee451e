package org.zonedrift.input;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.KnownDelegations;

/** The delegations of the zone files among some inputs, as far as these have been read. */
final class ZoneFileDelegations implements KnownDelegations {

    private final List<InputFile> files;
    private final int port;

    ZoneFileDelegations(List<InputFile> files, int port) {
        this.files = List.copyOf(files);
        this.port = port;
    }

    private Stream<ZoneFileHead> heads() {
        return files.stream().flatMap(file -> file.zoneFileHead().stream());
    }

    @Override
    public Set<DomainName> zones() {
        return heads().map(ZoneFileHead::apex).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Delegation> towards(DomainName name) {
        return heads().filter(head -> name.isBelow(head.apex()))
                .max(Comparator.comparingInt(head -> head.apex().labelCount()))
                .flatMap(head -> head.towards(name, port));
    }
}
