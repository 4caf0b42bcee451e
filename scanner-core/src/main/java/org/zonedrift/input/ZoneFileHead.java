package org.zonedrift.input;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.Delegation.Method;
import org.zonedrift.zone.Delegation.Source;
import org.zonedrift.zone.Delegation.Standing;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/**
 * What must be known of a zone file before its first delegation can be told: whose zone it is, of
 * when, all the glue, whether the owners are sorted, and who is delegated to whom. Found out in a
 * first pass.
 *
 * @param serial of the zone's SOA record, or -1
 * @param glue the addresses of the hosts inside the zone
 * @param octets an estimate of the size of its NS records in memory, for cutting them into pieces
 */
record ZoneFileHead(
        DomainName apex, long serial, NameTable glue, DelegationIndex delegations, OwnerOrder order, long octets) {

    private static final long MILLIS = 1_000;

    /** The year 2000 in Unix time: lower serials are no such time. */
    private static final long UNIX_SERIAL_MIN = 946_684_800;

    /** From here on, a serial is more likely a date than a time (1990-01-01, two digits more). */
    private static final long DATE_SERIAL_MIN = 1_990_010_100L;

    static ZoneFileHead read(InputStream source, @Nullable DomainName origin) throws IOException {
        return read(source, origin, DelegationIndex.usual());
    }

    static ZoneFileHead read(InputStream source, @Nullable DomainName origin, DelegationIndex delegations)
            throws IOException {
        MasterReader reader = new MasterReader(source, origin);
        NameTable glue = new NameTable();
        OwnerOrder order = new OwnerOrder();
        DomainName apex = origin;
        long serial = -1;
        long octets = 0;
        for (MasterReader.Step step = reader.advance(); step != MasterReader.Step.END; step = reader.advance()) {
            if (step == MasterReader.Step.DAMAGED) {
                continue;
            }
            MasterRecord record = reader.record();
            switch (record.type()) {
                case A, AAAA -> glue.add(record.owner(), record.address());
                case NS -> {
                    order.note(record.owner());
                    delegations.add(record.owner(), record.target());
                    octets += NsPieces.sizeOf(record);
                }
                case SOA -> {
                    if (serial < 0) {
                        apex = record.owner().toName();
                        serial = record.serial();
                    }
                }
                case OTHER -> {}
            }
        }
        if (apex == null) {
            throw InputException.ambiguous("the zone file has no SOA record; name its zone with --zone-origin");
        }
        return new ZoneFileHead(apex, serial, glue, delegations, order, octets);
    }

    /** Octets of memory. */
    long octetsHeld() {
        return glue.octets() + delegations.octets();
    }

    /** The addresses that the zone has a say on (RFC 2181 §5.4.1). */
    List<Glue> glue(Collection<DomainName> hosts, int port) {
        List<Glue> found = new ArrayList<>();
        for (DomainName host : hosts) {
            if (host.isAtOrBelow(apex)) {
                for (byte[] octets : glue.find(host)) {
                    found.add(new Glue(host, ServerAddress.of(octets, port)));
                }
            }
        }
        return found;
    }

    /** What the zone says of a name below its apex; nothing where the file is known in part. */
    Optional<Delegation> towards(DomainName name, int port) {
        for (int labels = apex.labelCount() + 1; labels <= name.labelCount(); labels++) {
            DomainName cut = name.ancestor(labels);
            Set<DomainName> hosts = Set.copyOf(delegations.find(cut));
            if (!hosts.isEmpty()) {
                return Optional.of(
                        new Delegation(cut, Standing.DELEGATED, source(-1), hosts, null, glue(hosts, port), Set.of()));
            }
        }
        return delegations.isWhole() ? Optional.of(undelegated(name, port)) : Optional.empty();
    }

    private Delegation undelegated(DomainName name, int port) {
        List<Glue> own = glue(List.of(name), port);
        return new Delegation(
                name,
                own.isEmpty() ? Standing.DENIED_BY_PARENT : Standing.INSIDE_ZONE,
                source(-1),
                null,
                null,
                own,
                Set.of());
    }

    /** Where a delegation of this file comes from. */
    Source source(long ttl) {
        return new Source(Method.ZONE_FILE, apex, null, ttl, null, null, List.of(), observedAtMillis(), serial, null);
    }

    /** When the file was a picture of the zone, as far as its serial is a time; else -1. */
    long observedAtMillis() {
        if (serial >= UNIX_SERIAL_MIN && serial < DATE_SERIAL_MIN) {
            return serial * MILLIS;
        }
        try {
            long day = serial / 100;
            LocalDate date = LocalDate.of((int) (day / 10_000), (int) (day / 100 % 100), (int) (day % 100));
            return date.getYear() < 1990
                    ? -1
                    : date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        } catch (DateTimeException noDate) {
            return -1;
        }
    }
}
