package org.zonedrift.cli.interop;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonedrift.cli.interop.Post.Role;
import org.zonedrift.cli.interop.RealScenario.Host;
import org.zonedrift.cli.interop.RealScenario.Listed;
import org.zonedrift.cli.interop.RealScenario.Server;
import org.zonedrift.cli.interop.RealScenario.Version;
import org.zonedrift.cli.scenario.Expectation;

/** A scenario played by some software: the zone below {@code lab}, and which process has what of it. */
final class StagedZone {

    static final String TLD = "lab";

    private final RealScenario scenario;
    private final String suffix;
    private final Map<String, Post> posts = new LinkedHashMap<>();

    StagedZone(RealScenario scenario, Optional<ServerSoftware> software) {
        this.scenario = scenario;
        this.suffix = software.map(ServerSoftware::word).orElse("mixed");
        Map<Role, Map<ServerSoftware, Integer>> taken = new EnumMap<>(Role.class);
        for (Server server : scenario.servers().values()) {
            ServerSoftware mine = server.software().or(() -> software).orElseThrow();
            Role role = server.copies().isPresent() ? Role.SECONDARY : Role.PRIMARY;
            int number = taken.computeIfAbsent(role, r -> new EnumMap<>(ServerSoftware.class))
                    .merge(mine, 1, Integer::sum);
            posts.put(server.name(), new Post(mine, role, number));
        }
    }

    /** As a test report calls it. */
    String title() {
        return scenario.stem() + " (" + suffix + ") " + scenario.ids();
    }

    String zone() {
        return scenario.stem() + "-" + suffix + "." + TLD;
    }

    /** What is scanned. */
    String name() {
        return scenario.name().isEmpty() ? zone() : inContext(scenario.name());
    }

    List<String> options() {
        return scenario.options();
    }

    Set<ServerSoftware> software() {
        return posts.values().stream().map(Post::software).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Post> posts() {
        return new TreeSet<>(posts.values());
    }

    List<Expectation> expectations() {
        return scenario.expectations(this::inContext);
    }

    private String inContext(String text) {
        String context = text.replace("{zone}", zone()).replace("{s}", suffix);
        for (Map.Entry<String, Post> entry : posts.entrySet()) {
            context = context.replace(
                    "{nsid:" + entry.getKey() + "}", entry.getValue().toString());
        }
        return context;
    }

    /** The zone as this process has it at first, or later; nothing if it has none. */
    Optional<HostedZone> at(Post post, boolean later) {
        for (Server server : scenario.servers().values()) {
            if (post.equals(posts.get(server.name()))) {
                return hosted(server, later);
            }
        }
        return Optional.empty();
    }

    private Optional<HostedZone> hosted(Server server, boolean later) {
        if (server.copies().isPresent()) {
            Post primary = posts.get(server.copies().get());
            return Optional.of(HostedZone.copied(zone(), primary.place().ipv4()));
        }
        Version version = version(server, later);
        return version.isGone()
                ? Optional.empty()
                : Optional.of(HostedZone.written(zone(), zoneFile(server.name(), version)));
    }

    private static Version version(Server server, boolean later) {
        return server.versions().get(later ? server.versions().size() - 1 : 0);
    }

    boolean changes(Post post) {
        return scenario.servers().values().stream()
                .anyMatch(server -> post.equals(posts.get(server.name()))
                        && server.versions().size() > 1);
    }

    /** The serial that this process must serve before the next step, if it serves the zone. */
    Optional<String> serialAt(Post post, boolean later) {
        for (Server server : scenario.servers().values()) {
            if (post.equals(posts.get(server.name()))) {
                Server holder = server.copies().map(scenario.servers()::get).orElse(server);
                Version version = version(holder, later && server.copies().isEmpty());
                return version.isGone()
                        ? Optional.empty()
                        : Optional.of(version.fields().get("serial"));
            }
        }
        return Optional.empty();
    }

    /** Who must have let its copy expire. */
    Set<Post> expired() {
        return scenario.expired().stream().map(posts::get).collect(Collectors.toCollection(TreeSet::new));
    }

    private String zoneFile(String server, Version version) {
        Map<String, String> soa = new LinkedHashMap<>(scenario.soa());
        soa.putAll(version.fields());
        StringBuilder text = new StringBuilder("$ORIGIN " + zone() + ".\n");
        text.append("@ %s IN SOA %s %s %s %s %s %s %s\n"
                .formatted(
                        soa.get("ttl"),
                        inContext(soa.get("mname")),
                        inContext(soa.get("rname")),
                        soa.get("serial"),
                        soa.get("refresh"),
                        soa.get("retry"),
                        soa.get("expire"),
                        soa.get("minimum")));
        for (Host host : scenario.hosts()) {
            if (host.listed() == Listed.BOTH || host.listed() == Listed.CHILD) {
                text.append("@ 3600 IN NS ").append(inContext(host.name())).append('\n');
            }
            if (!host.name().endsWith(".")) {
                text.append(addresses(host.name(), host));
            }
        }
        scenario.recordsAt(server)
                .forEach(record -> text.append(inContext(record)).append('\n'));
        return text.toString();
    }

    /** What the parent says: NS records, glue, and addresses of hosts that lie beside the zone. */
    String inParent() {
        StringBuilder text = new StringBuilder("$ORIGIN " + zone() + ".\n");
        for (Host host : scenario.hosts()) {
            boolean listed = host.listed() == Listed.BOTH || host.listed() == Listed.PARENT;
            String name = inContext(host.name());
            if (listed) {
                text.append("@ 3600 IN NS ").append(name).append('\n');
            }
            if (name.endsWith("." + TLD + ".") || listed && !name.endsWith(".")) {
                text.append(addresses(name, host));
            }
        }
        scenario.parentRecords()
                .forEach(record -> text.append(inContext(record)).append('\n'));
        return text.toString();
    }

    private String addresses(String name, Host host) {
        StringBuilder text = new StringBuilder();
        for (String at : host.addresses()) {
            boolean six = at.endsWith("/6");
            Post post = posts.get(six ? at.substring(0, at.length() - 2) : at);
            String address =
                    post == null ? at : six ? post.place().ipv6() : post.place().ipv4();
            text.append("%s 3600 IN %s %s\n".formatted(name, address.contains(":") ? "AAAA" : "A", address));
        }
        return text.toString();
    }
}
