package org.zonedrift.cli.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonedrift.cli.interop.Post.Role;

/** A closed name space in a network of its own: root and {@code lab} on NSD, below them what the scenarios need. */
final class Lab implements AutoCloseable {

    private static final Place ROOT = new Place("127.10.0.1", "fd53::1", "root");
    private static final Place REGISTRY = new Place("127.10.0.2", "fd53::2", "registry");

    private final Path folder;
    private final List<StagedZone> zones;
    private final NetworkNamespace namespace;
    private final Questions questions;
    private final Map<Post, RealServer> running = new HashMap<>();
    private final List<RealServer> parents = new ArrayList<>();

    private Lab(Path folder, List<StagedZone> zones) {
        this.folder = folder;
        this.zones = zones;
        Set<String> addresses = new TreeSet<>();
        List.of(ROOT, REGISTRY).forEach(place -> addresses.addAll(List.of(place.ipv4(), place.ipv6())));
        posts().forEach(post ->
                addresses.addAll(List.of(post.place().ipv4(), post.place().ipv6())));
        this.namespace = NetworkNamespace.with(addresses);
        this.questions = new Questions(namespace);
    }

    /** Every server runs, and stands where its scenario wants it. */
    static Lab open(Path folder, List<StagedZone> zones) {
        Lab lab = new Lab(folder, zones);
        try {
            lab.startParents();
            lab.startAll(Role.PRIMARY);
            lab.startAll(Role.SECONDARY);
            lab.moveOn();
            lab.awaitExpiry();
            return lab;
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    private Set<Post> posts() {
        Set<Post> posts = new TreeSet<>();
        zones.forEach(zone -> posts.addAll(zone.posts()));
        return posts;
    }

    private void startParents() {
        String root = """
                . 3600 IN SOA a.root. hostmaster.root. 2024010101 3600 900 1209600 300
                . 3600 IN NS a.root.
                a.root. 3600 IN A %s
                a.root. 3600 IN AAAA %s
                lab. 3600 IN NS a.nic.lab.
                a.nic.lab. 3600 IN A %s
                a.nic.lab. 3600 IN AAAA %s
                """.formatted(ROOT.ipv4(), ROOT.ipv6(), REGISTRY.ipv4(), REGISTRY.ipv6());
        parent(ROOT, HostedZone.written(".", root));
        StringBuilder lab = new StringBuilder("""
                lab. 3600 IN SOA a.nic.lab. hostmaster.nic.lab. 2024010101 3600 900 1209600 300
                lab. 3600 IN NS a.nic.lab.
                a.nic.lab. 3600 IN A %s
                a.nic.lab. 3600 IN AAAA %s
                """.formatted(REGISTRY.ipv4(), REGISTRY.ipv6()));
        zones.forEach(zone -> lab.append(zone.inParent()));
        parent(REGISTRY, HostedZone.written(StagedZone.TLD, lab.toString()));
    }

    private void parent(Place place, HostedZone zone) {
        Path mine = folder.resolve(place.nsid());
        RealServer server = RealServer.start(namespace, mine, ServerSoftware.NSD.prepare(mine, place, List.of(zone)));
        parents.add(server);
        server.await(
                () -> place.nsid() + " answers",
                () -> questions.serials(place.ipv4(), List.of(zone.name())).containsKey(zone.name()));
    }

    private void startAll(Role role) {
        List<Post> mine = posts().stream().filter(post -> post.role() == role).toList();
        mine.forEach(post -> start(post, false));
        mine.forEach(post -> awaitSerials(post, false));
    }

    private void start(Post post, boolean later) {
        Path mine = folder.resolve(post.toString());
        List<HostedZone> hosted =
                zones.stream().flatMap(zone -> zone.at(post, later).stream()).toList();
        running.put(post, RealServer.start(namespace, mine, post.software().prepare(mine, post.place(), hosted)));
    }

    private void awaitSerials(Post post, boolean later) {
        Map<String, String> wanted = new TreeMap<>();
        zones.forEach(zone -> zone.serialAt(post, later).ifPresent(serial -> wanted.put(zone.zone(), serial)));
        Map<String, String> missing = new TreeMap<>(wanted);
        running.get(post).await(() -> post + " serves " + missing, () -> {
            missing.entrySet()
                    .removeAll(questions
                            .serials(post.place().ipv4(), missing.keySet())
                            .entrySet());
            return missing.isEmpty();
        });
    }

    /** Primaries whose zones change end, and come back with the change; nobody tells their secondaries. */
    private void moveOn() {
        List<Post> moving = posts().stream()
                .filter(post -> zones.stream().anyMatch(zone -> zone.changes(post)))
                .toList();
        for (Post post : moving) {
            running.remove(post).close();
            start(post, true);
        }
        moving.forEach(post -> awaitSerials(post, true));
    }

    private void awaitExpiry() {
        for (StagedZone zone : zones) {
            for (Post post : zone.expired()) {
                running.get(post)
                        .await(
                                () -> post + " lets " + zone.zone() + " expire",
                                () -> questions
                                        .serials(post.place().ipv4(), List.of(zone.zone()))
                                        .isEmpty());
            }
        }
    }

    /** The record of each name, by one scan for each set of options that the scenarios wish. */
    Map<String, String> scan() {
        Map<List<String>, List<String>> names = new LinkedHashMap<>();
        zones.forEach(zone -> names.computeIfAbsent(zone.options(), options -> new ArrayList<>())
                .add(zone.name()));
        ProgramInside program = program();
        Map<String, String> records = new HashMap<>();
        names.forEach((options, list) -> records.putAll(program.scan(list, options)));
        return records;
    }

    /** The program, with nothing but this lab to look at. */
    ProgramInside program() {
        return new ProgramInside(namespace, folder, hints());
    }

    private Path hints() {
        Path file = folder.resolve("lab.hints");
        try {
            return Files.writeString(file, """
                    . 3600 NS a.root.
                    a.root. 3600 A %s
                    a.root. 3600 AAAA %s
                    """.formatted(ROOT.ipv4(), ROOT.ipv6()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The zone file of {@code lab}, as a registry would publish it. */
    Path zoneFile() {
        return folder.resolve(REGISTRY.nsid())
                .resolve(HostedZone.written(StagedZone.TLD, "").file());
    }

    @Override
    public void close() {
        // All at once: what runs in the namespace ends with it.
        namespace.close();
    }
}
