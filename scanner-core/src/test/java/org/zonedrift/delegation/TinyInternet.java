package org.zonedrift.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zonedrift.exchange.Answer;
import org.zonedrift.exchange.Course;
import org.zonedrift.exchange.DnsExchange;
import org.zonedrift.exchange.DnsQuestion;
import org.zonedrift.exchange.VirtualLane;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.RecordType;
import org.zonedrift.wire.ResourceRecord;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.SerialNumber;
import org.zonedrift.zone.ServerAddress;
import org.zonedrift.zone.SoaRecord;

/**
 * A handful of zones on a handful of servers, answering as authoritative servers do, and counting
 * what each address was asked. Zones are written in one line per record: {@code owner TYPE data}.
 */
final class TinyInternet implements DnsExchange {

    private static final int PORT = 53;
    private static final long RTT_NANOS = 10_000_000;

    /** What a server says instead of what its zones hold. */
    interface Speech extends Function<DnsQuestion, Answer> {}

    private record Zone(DomainName apex, Map<DomainName, List<ResourceRecord>> records) {}

    private final VirtualLane lane;
    private final Map<String, List<Zone>> served = new HashMap<>();
    private final Map<String, Speech> speeches = new HashMap<>();
    private final Map<String, List<String>> heard = new TreeMap<>();

    TinyInternet(VirtualLane lane) {
        this.lane = lane;
    }

    /** Lets the servers, addresses separated by blanks, serve a zone with these records. */
    TinyInternet zone(String apex, String servers, String... lines) {
        Zone zone = new Zone(DomainName.parse(apex), new HashMap<>());
        for (String line : lines) {
            ResourceRecord record = record(line);
            zone.records()
                    .computeIfAbsent(record.owner(), name -> new ArrayList<>())
                    .add(record);
        }
        for (String server : servers.split(" ")) {
            served.computeIfAbsent(server, address -> new ArrayList<>()).add(zone);
        }
        return this;
    }

    /** Lets a server say the same thing, or nothing, whatever it is asked. */
    TinyInternet server(String address, Speech speech) {
        speeches.put(address, speech);
        return this;
    }

    static Answer silence() {
        return new Answer.NoReply(Answer.Silence.TIMED_OUT, course(3));
    }

    static Answer rcode(int rcode) {
        return reply(0, rcode, List.of(), List.of(), List.of());
    }

    static Answer reply(
            int flags,
            int rcode,
            List<ResourceRecord> answers,
            List<ResourceRecord> authorities,
            List<ResourceRecord> additionals) {
        return new Answer.Reply(
                new DnsMessage(0x8000 | flags | rcode, answers, authorities, additionals, null, 100), course(1));
    }

    private static Course course(int tries) {
        return new Course(tries, 0, tries - 1, 0, 0, 0, 0, 50, 50, Set.of());
    }

    /** What the address was asked so far, as {@code name TYPE}. */
    List<String> heardBy(String address) {
        return heard.getOrDefault(address, List.of());
    }

    int heardByAll() {
        return heard.values().stream().mapToInt(List::size).sum();
    }

    void forgetQuestions() {
        heard.clear();
    }

    @Override
    public void ask(DnsQuestion question, ServerAddress server, Consumer<? super Answer> done) {
        String address = server.host();
        heard.computeIfAbsent(address, key -> new ArrayList<>()).add(question.name() + " " + typeName(question.type()));
        Answer answer = speeches.containsKey(address)
                ? speeches.get(address).apply(question)
                : served.containsKey(address) ? answer(question, served.get(address)) : silence();
        lane.schedule(RTT_NANOS, () -> done.accept(answer));
    }

    private static Answer answer(DnsQuestion question, List<Zone> zones) {
        Zone deepest = null;
        for (Zone zone : zones) {
            boolean holds = question.name().isAtOrBelow(zone.apex());
            if (holds && (deepest == null || zone.apex().isBelow(deepest.apex()))) {
                deepest = zone;
            }
        }
        return deepest == null ? rcode(5) : answerFrom(deepest, question);
    }

    private static Answer answerFrom(Zone zone, DnsQuestion question) {
        DomainName name = question.name();
        for (int labels = zone.apex().labelCount() + 1; labels <= name.labelCount(); labels++) {
            DomainName at = name.ancestor(labels);
            List<ResourceRecord> cut = typed(zone, at, RecordType.NS);
            if (!cut.isEmpty()) {
                return reply(0, 0, List.of(), cut, glue(zone, cut));
            }
            if (!at.equals(name) && !typed(zone, at, RecordType.DNAME).isEmpty()) {
                return reply(0x0400, 0, typed(zone, at, RecordType.DNAME), List.of(), List.of());
            }
        }
        List<ResourceRecord> alias = typed(zone, name, RecordType.CNAME);
        List<ResourceRecord> wanted = alias.isEmpty() ? typed(zone, name, question.type()) : alias;
        if (!wanted.isEmpty()) {
            return reply(0x0400, 0, wanted, List.of(), List.of());
        }
        boolean exists = zone.records().keySet().stream().anyMatch(owner -> owner.isAtOrBelow(name));
        return reply(0x0400, exists ? 0 : 3, List.of(), List.of(soa(zone.apex())), List.of());
    }

    private static List<ResourceRecord> typed(Zone zone, DomainName owner, int type) {
        return zone.records().getOrDefault(owner, List.of()).stream()
                .filter(record -> record.type() == type)
                .collect(Collectors.toList());
    }

    private static List<ResourceRecord> glue(Zone zone, List<ResourceRecord> nameServers) {
        List<ResourceRecord> glue = new ArrayList<>();
        for (DomainName host : new HashSet<>(targets(nameServers))) {
            glue.addAll(typed(zone, host, RecordType.A));
            glue.addAll(typed(zone, host, RecordType.AAAA));
        }
        return glue;
    }

    private static List<DomainName> targets(List<ResourceRecord> records) {
        return records.stream()
                .map(record -> ((ResourceRecord.Pointer) record).target())
                .toList();
    }

    /** The record that a line says: {@code owner TYPE data}. */
    static ResourceRecord record(String line) {
        String[] fields = line.split(" +");
        DomainName owner = DomainName.parse(fields[0]);
        int type = typeNumber(fields[1]);
        return switch (type) {
            case RecordType.A, RecordType.AAAA ->
                new ResourceRecord.Address(
                        owner, type, 3600, AddressText.parse(fields[2]).orElseThrow());
            case RecordType.SOA -> soa(owner);
            default -> new ResourceRecord.Pointer(owner, type, 3600, DomainName.parse(fields[2]));
        };
    }

    static ResourceRecord soa(DomainName apex) {
        SoaRecord soa = new SoaRecord(apex, apex, SerialNumber.of(1), 7200, 3600, 1209600, 300, 300);
        return new ResourceRecord.Soa(apex, soa);
    }

    private static int typeNumber(String name) {
        return switch (name) {
            case "A" -> RecordType.A;
            case "NS" -> RecordType.NS;
            case "CNAME" -> RecordType.CNAME;
            case "SOA" -> RecordType.SOA;
            case "AAAA" -> RecordType.AAAA;
            case "DNAME" -> RecordType.DNAME;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String typeName(int number) {
        return switch (number) {
            case RecordType.A -> "A";
            case RecordType.NS -> "NS";
            case RecordType.AAAA -> "AAAA";
            default -> "TYPE" + number;
        };
    }

    static int port() {
        return PORT;
    }
}
