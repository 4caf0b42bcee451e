package org.zonedrift.input;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.zonedrift.zone.DomainName;

/**
 * What must be known of a zone file before its first delegation can be told: whose zone it is, of
 * when, all the glue, and whether the owners are sorted. Found out in a first pass.
 *
 * @param serial of the zone's SOA record, or -1
 * @param octets an estimate of the size of its NS records in memory, for cutting them into pieces
 */
record ZoneFileHead(DomainName apex, long serial, GlueTable glue, OwnerOrder order, long octets) {

    private static final long MILLIS = 1_000;

    /** The year 2000 in Unix time: lower serials are no such time. */
    private static final long UNIX_SERIAL_MIN = 946_684_800;

    /** From here on, a serial is more likely a date than a time (1990-01-01, two digits more). */
    private static final long DATE_SERIAL_MIN = 1_990_010_100L;

    static ZoneFileHead read(InputStream source, @Nullable DomainName origin) throws IOException {
        MasterReader reader = new MasterReader(source, origin);
        GlueTable glue = new GlueTable();
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
        return new ZoneFileHead(apex, serial, glue, order, octets);
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
