package org.zonedrift.cli.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.Name;

/** A situation among servers that do as a text file says; src/test/resources/scripted/README.md tells the format. */
final class ScriptedScenario {

    /** Where the one server of the root stands, which refers to the zone. */
    static final String PARENT = "parent";

    private static final String PARENT_ADDRESS = "53.0.0.1";
    private static final String SOA_TAIL = " 3600 900 1209600 300";

    private final String stem;
    private final Map<String, List<String>> addresses = new LinkedHashMap<>(Map.of(PARENT, List.of(PARENT_ADDRESS)));
    private final Map<String, List<ScriptedRule>> rules = new LinkedHashMap<>();
    private final List<String> hosts = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final Map<String, String> looks = new LinkedHashMap<>();
    private String ids = "";
    private String zone;
    private List<ScriptedRule> current = List.of();

    private ScriptedScenario(String stem) {
        this.stem = stem;
        this.zone = stem + ".example";
    }

    static ScriptedScenario read(Path file) throws IOException {
        ScriptedScenario scenario =
                new ScriptedScenario(file.getFileName().toString().replace(".txt", ""));
        for (String line : Files.readAllLines(file)) {
            try {
                if (!line.isBlank() && !line.startsWith(";")) {
                    scenario.take(line.strip());
                }
            } catch (IOException | RuntimeException e) {
                throw new IllegalArgumentException(file + ": " + line + ": " + e, e);
            }
        }
        return scenario;
    }

    private void take(String line) throws IOException {
        String word = line.split(" +", 2)[0];
        String rest = line.substring(word.length()).strip();
        switch (word) {
            case "ids" -> ids = rest;
            case "zone" -> zone = rest;
            case "ns" -> addHost(rest);
            case "look" -> look(rest);
            case "expect" -> expectations.add(Expectation.parse(rest.replace("{zone}", zone)));
            case "at" -> begin(rest);
            case "also" -> last().replies.add(new ScriptedReply(origin()));
            case "soa" -> soa(rest);
            default -> addToReply(word, rest);
        }
    }

    /** A host that parent and zone list, and where its name leads. */
    private void addHost(String text) {
        List<String> words = List.of(text.split(" +", -1));
        hosts.add(words.get(0));
        addresses.put(words.get(0), words.subList(1, words.size()));
    }

    private void look(String text) {
        for (String setting : text.split(" +", -1)) {
            looks.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
    }

    private void begin(String text) {
        List<String> words = List.of(text.split(" +", -1));
        if (!addresses.containsKey(words.get(0))) {
            addresses.put(words.get(0), List.of(words.get(0)));
        }
        current = rules.computeIfAbsent(words.get(0), server -> new ArrayList<>());
        current.add(new ScriptedRule(words.subList(1, words.size())));
    }

    private ScriptedRule last() {
        return current.get(current.size() - 1);
    }

    private void addToReply(String word, String rest) throws IOException {
        if (word.equals("silence")) {
            return;
        }
        List<ScriptedReply> replies = last().replies;
        if (replies.isEmpty()) {
            replies.add(new ScriptedReply(origin()));
        }
        if (!replies.get(replies.size() - 1).take(word, rest)) {
            throw new IllegalArgumentException("no such word: " + word);
        }
    }

    /** A sound answer with this serial, and with the zone's NS set. */
    private void soa(String serial) throws IOException {
        addToReply("flags", "aa");
        addToReply("answer", "@ 3600 IN SOA ns1 hostmaster " + serial + SOA_TAIL);
        for (String host : hosts) {
            addToReply("authority", "@ 3600 IN NS " + host);
        }
    }

    Name origin() throws IOException {
        return Name.fromString(zone + (zone.equals(".") ? "" : "."));
    }

    String zone() {
        return zone;
    }

    List<String> hosts() {
        return hosts;
    }

    /** Every server's addresses; what no host has is an address by itself. */
    Map<String, List<String>> addresses() {
        return addresses;
    }

    List<ScriptedRule> rulesOf(String server) {
        return rules.getOrDefault(server, List.of());
    }

    Map<String, String> looks() {
        return looks;
    }

    List<Expectation> expectations() {
        return expectations;
    }

    @Override
    public String toString() {
        return stem + " " + ids;
    }
}
