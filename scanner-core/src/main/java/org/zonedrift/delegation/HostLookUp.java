package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer.Trouble;
import org.zonedrift.zone.ServerAddress;

/** The look-up of one host's A and AAAA records at the servers of its own zone. */
final class HostLookUp {

    private final LaneBook book;
    private final DomainName host;
    private final Errand errand;
    private final Consumer<Whereabouts> done;
    private final List<ServerAddress> addresses = new ArrayList<>(4);
    private final EnumSet<HostFlag> flags = HostFlag.none();
    private long ttl = Lifetimes.FOUND_MAX_SECONDS;
    private @Nullable Trouble trouble;

    HostLookUp(LaneBook book, DomainName host, Errand errand, Consumer<Whereabouts> done) {
        this.book = book;
        this.host = host;
        this.errand = errand;
        this.done = done;
    }

    void go() {
        new Descent(book, host, RecordType.A, errand, this::heardA).begin();
    }

    private void heardA(Descent.Arrival arrival) {
        Said said = arrival.said();
        if (said instanceof Said.Records || said instanceof Said.Nothing) {
            note(said);
            new Descent(book, host, RecordType.AAAA, errand, this::heardAaaa).begin();
        } else {
            heardNoAddress(arrival);
        }
    }

    private void heardAaaa(Descent.Arrival arrival) {
        Said said = arrival.said();
        boolean isFine = said instanceof Said.Records || said instanceof Said.Nothing || !addresses.isEmpty();
        if (isFine) {
            note(said);
            finish();
        } else {
            heardNoAddress(arrival);
        }
    }

    private void note(Said said) {
        if (said instanceof Said.Nothing nothing) {
            trouble = Trouble.NODATA;
            ttl = Math.min(ttl, Math.min(nothing.ttl(), Lifetimes.ABSENT_MAX_SECONDS));
        } else if (said instanceof Said.Records records) {
            records.records().forEach(this::noteRecord);
        } else {
            ttl = Math.min(ttl, Lifetimes.FAILURE_MIN_SECONDS);
        }
    }

    private void noteRecord(ResourceRecord record) {
        ttl = Math.min(ttl, record.ttl());
        if (!(record instanceof ResourceRecord.Address address)) {
            return;
        }
        if (addresses.size() == Whereabouts.ADDRESSES_MAX) {
            flags.add(HostFlag.ADDRESS_COUNT_CAPPED);
        } else {
            addresses.add(ServerAddress.of(address.octets(), book.reach().port()));
        }
    }

    private void heardNoAddress(Descent.Arrival arrival) {
        Said said = arrival.said();
        if (said instanceof Said.Alias alias) {
            heardAlias(alias);
        } else if (said instanceof Said.Denied denied) {
            heardDenial(arrival.cut(), denied);
        } else if (said instanceof Said.Useless useless) {
            heardFailure(useless);
        } else {
            absent(Trouble.SERVFAIL, Lifetimes.FAILURE_MIN_SECONDS);
        }
    }

    /** RFC 2181 §10.3 forbids it, resolvers follow it all the same: so do we, for one hop. */
    private void heardAlias(Said.Alias alias) {
        ttl = Math.min(ttl, alias.ttl());
        flags.add(HostFlag.IS_CNAME);
        book.lookUp(alias.target(), errand, this::heardTarget);
    }

    private void heardTarget(Whereabouts target) {
        ttl = Math.min(ttl, target.ttlSeconds());
        if (target.flags().contains(HostFlag.IS_CNAME)) {
            flags.add(HostFlag.CNAME_CHAIN_TOO_LONG);
        } else {
            addresses.addAll(target.addresses());
        }
        trouble = Trouble.CNAME;
        finish();
    }

    private void heardDenial(ZoneCut by, Said.Denied denied) {
        if (by.zone().isRoot()) {
            flags.add(HostFlag.NOT_PUBLIC);
            absent(Trouble.NOT_PUBLIC, denied.ttl());
        } else {
            absent(Trouble.NXDOMAIN, denied.ttl());
        }
    }

    private void heardFailure(Said.Useless useless) {
        switch (useless.fault()) {
            case LAME -> absent(Trouble.SERVFAIL, Lifetimes.FAILURE_MIN_SECONDS);
            case SILENT -> absent(Trouble.TIMEOUT, Lifetimes.FAILURE_MIN_SECONDS);
            case BUDGET, REFERRALS -> absent(Trouble.CAPPED, Lifetimes.FAILURE_MIN_SECONDS);
            case LOOP -> {
                flags.add(HostFlag.CYCLIC);
                absent(Trouble.SERVFAIL, Lifetimes.FAILURE_MIN_SECONDS);
            }
            case TOO_DEEP -> {
                flags.add(HostFlag.CHAIN_TOO_DEEP);
                absent(Trouble.CAPPED, Lifetimes.FAILURE_MIN_SECONDS);
            }
        }
    }

    private void absent(Trouble why, long seconds) {
        trouble = why;
        ttl = Math.min(seconds, Lifetimes.ABSENT_MAX_SECONDS);
        finish();
    }

    private void finish() {
        Trouble why = addresses.isEmpty() ? trouble : null;
        done.accept(new Whereabouts(addresses, why, flags, Math.max(ttl, Lifetimes.MIN_SECONDS)));
    }
}
