package org.zonedrift.output;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.Delegation;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.Previous;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;

/** The evidence in a record, as it was when the record was written, as far as judging goes. */
final class EvidenceReader {

    private static final long NANOS_PER_MICRO = 1_000;

    private final JsonObject json;
    private final DomainName zone;
    private final int port;
    private final ObservationReader observations;

    EvidenceReader(JsonObject json, DomainName zone, int port) {
        this.json = json;
        this.zone = zone;
        this.port = port;
        this.observations = new ObservationReader(json, zone);
    }

    Evidence read() {
        Map<ServerAddress, Observation> seen = new LinkedHashMap<>();
        for (JsonObject server : json.objects(RecordFields.SERVERS)) {
            ServerAddress address = address(server.needed(ServerFields.ADDRESS));
            seen.putIfAbsent(address, observations.read(server, address));
        }
        return new Evidence(
                delegation(),
                nameServers(),
                List.copyOf(seen.values()),
                json.objects(RecordFields.MNAME).stream()
                        .filter(row -> !row.truth(MnameFields.IN_NS))
                        .map(this::primary)
                        .toList(),
                rounds(),
                previous(),
                reference(),
                json.number(RecordFields.PROBE_SPREAD_MS));
    }

    private Delegation delegation() {
        JsonObject told = json.object(RecordFields.DELEGATION);
        if (told == null) {
            throw new IllegalArgumentException("no delegation");
        }
        Delegation.Source source = new Delegation.Source(
                Words.METHODS.read(told.needed(DelegationFields.METHOD)),
                RecordReader.name(told.text(DelegationFields.PARENT_ZONE)),
                RecordReader.name(told.text(DelegationFields.ENCLOSING_ZONE)),
                told.number(DelegationFields.NS_TTL),
                told.text(DelegationFields.RESOLVER),
                told.text(DelegationFields.RCODE),
                told.numbers(DelegationFields.EDE).stream().map(Long::intValue).toList(),
                RecordReader.millis(told.text(DelegationFields.OBSERVED_AT)),
                told.number(DelegationFields.PARENT_SOA_SERIAL),
                null);
        return new Delegation(
                zone,
                DelegationFields.standing(told.text(DelegationFields.STANDING)),
                source,
                names(told.texts(DelegationFields.PARENT_NS)),
                names(told.texts(DelegationFields.CHILD_NS)),
                List.of(),
                Set.copyOf(told.texts(DelegationFields.FLAGS)));
    }

    static @Nullable Set<DomainName> names(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        Set<DomainName> names = new LinkedHashSet<>();
        texts.forEach(text -> names.add(DomainName.parse(text)));
        return names;
    }

    /** From the rows of servers and from those that had no address. */
    private List<NameServer> nameServers() {
        Map<DomainName, NameServer> servers = new TreeMap<>();
        for (JsonObject row : json.objects(RecordFields.NS_ERRORS)) {
            DomainName host = DomainName.parse(row.needed(NsErrorFields.NS));
            servers.put(
                    host,
                    new NameServer(
                            host,
                            ListedWords.read(row.texts(NsErrorFields.LISTED)),
                            List.of(),
                            trouble(row),
                            Set.of()));
        }
        for (JsonObject row : json.objects(RecordFields.SERVERS)) {
            DomainName host = DomainName.parse(row.needed(ServerFields.NS));
            NameServer known = servers.get(host);
            servers.put(host, known == null ? withAddress(host, row) : joined(known, withAddress(host, row)));
        }
        return List.copyOf(servers.values());
    }

    private static NameServer.@Nullable Trouble trouble(JsonObject row) {
        String word = row.text(NsErrorFields.ERROR);
        return word == null ? null : Words.TROUBLES.read(word);
    }

    private NameServer withAddress(DomainName host, JsonObject row) {
        NameServer.AddressSource from = Words.ADDRESS_SOURCES.read(row.needed(ServerFields.ADDRESS_FROM));
        NameServer.Located located = new NameServer.Located(address(row.needed(ServerFields.ADDRESS)), from);
        return new NameServer(host, ListedWords.read(row.texts(ServerFields.LISTED)), List.of(located), null, Set.of());
    }

    private static NameServer joined(NameServer known, NameServer more) {
        List<NameServer.Located> addresses = new ArrayList<>(known.addresses());
        addresses.addAll(more.addresses());
        return new NameServer(known.host(), more.listed(), addresses, known.trouble(), Set.of());
    }

    private Evidence.Primary primary(JsonObject row) {
        String outcome = row.text(MnameFields.OUTCOME);
        long serial = row.number(MnameFields.SERIAL);
        List<Observation> seen = new ArrayList<>();
        for (String text : row.texts(MnameFields.ADDRESSES)) {
            if (outcome != null) {
                seen.add(observations.ofPrimary(address(text), Outcome.valueOf(outcome), serial));
            }
        }
        String trouble = row.text(MnameFields.ERROR);
        return new Evidence.Primary(
                DomainName.parse(row.needed(MnameFields.NAME)),
                seen,
                trouble == null ? null : Words.TROUBLES.read(trouble));
    }

    private List<Evidence.Round> rounds() {
        JsonObject recheck = json.object(RecordFields.RECHECK);
        if (recheck == null) {
            return List.of();
        }
        return recheck.objects(RecheckFields.ROUNDS).stream()
                .map(round -> new Evidence.Round(
                        RecordReader.millis(round.text(RecheckFields.AT)),
                        round.thousandths(RecheckFields.AFTER_S) / 1000.0,
                        round.objects(RecheckFields.ANSWERS).stream()
                                .map(this::answer)
                                .toList()))
                .toList();
    }

    private Evidence.RoundAnswer answer(JsonObject row) {
        long serial = row.number(RecheckFields.SERIAL);
        String nsid = row.text(RecheckFields.NSID);
        long rttMicros = row.thousandths(RecheckFields.RTT_MS);
        return new Evidence.RoundAnswer(
                address(row.needed(RecheckFields.ADDRESS)),
                Outcome.valueOf(row.needed(RecheckFields.OUTCOME)),
                serial < 0 ? null : SerialNumber.of(serial),
                nsid == null ? null : HexFormat.of().parseHex(nsid),
                rttMicros < 0 ? -1 : rttMicros * NANOS_PER_MICRO);
    }

    private @Nullable Previous previous() {
        JsonObject row = json.object(RecordFields.PREVIOUS);
        if (row == null) {
            return null;
        }
        String run = row.text(PreviousFields.RUN);
        return new Previous(
                SerialNumber.of(row.number(PreviousFields.SERIAL)),
                row.needed(PreviousFields.VERDICT),
                RecordReader.millis(row.text(PreviousFields.AT)),
                run == null ? "" : run);
    }

    private @Nullable ServerAddress reference() {
        JsonObject serial = json.object(RecordFields.SERIAL);
        String chosen = serial == null ? null : chosen(serial.object(SerialFields.REFERENCE));
        for (JsonObject source : json.objects(RecordFields.SOURCES)) {
            chosen = chosen == null ? chosen(source.object(SourceFields.REFERENCE)) : chosen;
        }
        return chosen == null ? null : address(chosen);
    }

    private static @Nullable String chosen(@Nullable JsonObject reference) {
        return reference == null ? null : reference.text(SerialFields.REFERENCE_ADDRESS);
    }

    private ServerAddress address(String text) {
        byte[] octets =
                AddressText.parse(text).orElseThrow(() -> new IllegalArgumentException("no IP address: " + text));
        return ServerAddress.of(octets, port);
    }
}
