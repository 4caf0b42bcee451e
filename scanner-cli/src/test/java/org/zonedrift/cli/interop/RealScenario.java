package org.zonedrift.cli.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonedrift.cli.scenario.Expectation;

/** A situation among real servers, read from a text file; src/test/resources/interop/README.md tells the format. */
final class RealScenario {

    private final String stem;
    private final Map<String, String> soa = new LinkedHashMap<>(Map.of(
            "mname",
            "ns1",
            "rname",
            "hostmaster",
            "refresh",
            "3600",
            "retry",
            "900",
            "expire",
            "1209600",
            "minimum",
            "300",
            "ttl",
            "3600"));
    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final List<Host> hosts = new ArrayList<>();
    private final List<String> records = new ArrayList<>();
    private final Map<String, List<String>> recordsAt = new LinkedHashMap<>();
    private final List<String> parentRecords = new ArrayList<>();
    private final List<String> expectations = new ArrayList<>();
    private final List<String> expired = new ArrayList<>();
    private String ids = "";
    private String name = "";
    private String options = "";
    private String except = "";

    private RealScenario(String stem) {
        this.stem = stem;
    }

    /** What holds a zone, or a copy of one. */
    record Server(String name, Optional<ServerSoftware> software, Optional<String> copies, List<Version> versions) {

        Server {
            versions = List.copyOf(versions);
        }
    }

    /** The SOA fields of a server that differ from the scenario's; a version without any is no zone at all. */
    record Version(Map<String, String> fields) {

        static final Version GONE = new Version(Map.of());

        boolean isGone() {
            return fields.isEmpty();
        }
    }

    /** Who lists a host as a server of the zone. */
    enum Listed {
        BOTH,
        PARENT,
        CHILD,
        NOBODY
    }

    /** A host name and where it leads: a server's name, a server's name with {@code /6}, or an address. */
    record Host(String name, Listed listed, List<String> addresses) {}

    static RealScenario read(Path file) {
        String stem = file.getFileName().toString().replace(".txt", "");
        RealScenario scenario = new RealScenario(stem);
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith(";")) {
                    scenario.take(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return scenario;
    }

    private void take(String line) {
        String word = line.split(" ", 2)[0];
        String rest = line.substring(word.length()).strip();
        switch (word) {
            case "ids" -> ids = rest;
            case "name" -> name = rest;
            case "scan" -> options = rest;
            case "except" -> except = rest;
            case "soa" -> soa.putAll(fields(rest));
            case "server" -> addServer(rest.split(" +", -1));
            case "ns" -> addHost(Listed.BOTH, rest);
            case "parent-ns" -> addHost(Listed.PARENT, rest);
            case "child-ns" -> addHost(Listed.CHILD, rest);
            case "host" -> addHost(Listed.NOBODY, rest);
            case "record" -> records.add(rest);
            case "record-at" ->
                recordsAt
                        .computeIfAbsent(rest.split(" ", 2)[0], server -> new ArrayList<>())
                        .add(rest.split(" ", 2)[1]);
            case "parent-record" -> parentRecords.add(rest);
            case "expires-at" -> expired.add(rest);
            case "expect" -> expectations.add(rest);
            default -> throw new IllegalArgumentException("no such word: " + line);
        }
    }

    private void addHost(Listed listed, String text) {
        List<String> words = List.of(text.split(" +", -1));
        hosts.add(new Host(words.get(0), listed, words.subList(1, words.size())));
    }

    private void addServer(String[] words) {
        Optional<ServerSoftware> software = Optional.empty();
        Optional<String> copies = Optional.empty();
        List<Version> versions = new ArrayList<>();
        StringBuilder version = new StringBuilder();
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("copies")) {
                copies = Optional.of(words[++i]);
            } else if (words[i].equals("then")) {
                versions.add(new Version(fields(version.toString())));
                version.setLength(0);
            } else if (!words[i].equals("gone") && !words[i].equals("nothing")) {
                if (words[i].contains("=")) {
                    version.append(words[i]).append(' ');
                } else {
                    software = Optional.of(ServerSoftware.valueOf(words[i].toUpperCase(java.util.Locale.ROOT)));
                }
            }
        }
        versions.add(new Version(fields(version.toString())));
        servers.put(words[0], new Server(words[0], software, copies, versions));
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.strip().split(" +", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), field.substring(equals + 1));
            }
        }
        return fields;
    }

    /** Whether each software plays it once; else the scenario names who plays what, or needs nobody. */
    boolean isForEachSoftware() {
        return servers.values().stream().anyMatch(server -> server.software().isEmpty());
    }

    /** A software that cannot play it is excepted by a line that says why. */
    boolean suits(ServerSoftware software) {
        return !List.of(except.split(":", 2)[0].split("[ ,]+", -1)).contains(software.word());
    }

    String stem() {
        return stem;
    }

    String ids() {
        return ids;
    }

    /** The name to scan, where it is not the scenario's own zone. */
    String name() {
        return name;
    }

    List<String> options() {
        return options.isEmpty() ? List.of() : List.of(options.split(" +", -1));
    }

    Map<String, String> soa() {
        return soa;
    }

    Map<String, Server> servers() {
        return servers;
    }

    List<Host> hosts() {
        return hosts;
    }

    /** Further lines of the zone as this server has it. */
    List<String> recordsAt(String server) {
        List<String> lines = new ArrayList<>(records);
        lines.addAll(recordsAt.getOrDefault(server, List.of()));
        return lines;
    }

    List<String> parentRecords() {
        return parentRecords;
    }

    /** Servers whose copy must have expired before anybody looks. */
    List<String> expired() {
        return expired;
    }

    List<Expectation> expectations(java.util.function.UnaryOperator<String> inContext) {
        return expectations.stream()
                .map(text -> Expectation.parse(inContext.apply(text)))
                .toList();
    }
}
