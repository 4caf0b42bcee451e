package org.zonedrift;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.zonedrift.zone.DomainName;

/**
 * The picture of the packages, kept true in both directions: an edge that is not drawn is as wrong
 * as a drawn one that is gone. The JDK, annotations and a package's own classes are not drawn.
 */
class PackageMapTest {

    /** Each line: who, and whom it knows. */
    private static final String MAP = """
            (root)           -> delegation exchange exchange.engine input operator probe reactor safety slf4j telemetry verdict wire zone
            delegation       -> exchange reactor telemetry wire zone
            exchange         -> caffeine telemetry wire zone
            exchange.engine  -> exchange netty.buffer telemetry wire zone
            exchange.netty   -> exchange exchange.engine netty netty.buffer netty.util slf4j zone
            fleet            -> exchange hdrhistogram netty.dns wire zone
            input            -> compress dnsjava reactor xz zone zstd
            operator         -> zone
            output           -> exchange input jackson probe verdict wire zone zstd
            probe            -> exchange netty.dns telemetry wire zone
            run              -> input output probe reactor roaringbitmap verdict
            safety           -> zone
            telemetry        -> hdrhistogram
            verdict          -> exchange input operator probe wire zone
            wire             -> netty.buffer netty.dns zone
            zone             ->
            """;

    /** Libraries by the name that the map uses; the longest prefix that fits wins. */
    private static final Map<String, String> LIBRARIES = new TreeMap<>(Map.ofEntries(
            Map.entry("com.github.benmanes.caffeine", "caffeine"),
            Map.entry("com.github.luben.zstd", "zstd"),
            Map.entry("io.netty", "netty"),
            Map.entry("io.netty.buffer", "netty.buffer"),
            Map.entry("io.netty.handler.codec.dns", "netty.dns"),
            Map.entry("io.netty.util", "netty.util"),
            Map.entry("org.apache.commons.compress", "compress"),
            Map.entry("org.HdrHistogram", "hdrhistogram"),
            Map.entry("org.jspecify", ""),
            Map.entry("org.reactivestreams", "reactor"),
            Map.entry("org.roaringbitmap", "roaringbitmap"),
            Map.entry("org.slf4j", "slf4j"),
            Map.entry("org.tukaani.xz", "xz"),
            Map.entry("org.xbill.DNS", "dnsjava"),
            Map.entry("reactor", "reactor"),
            Map.entry("tools.jackson", "jackson")));

    private static final String OURS = "org.zonedrift";

    private static final Pattern EDGE = Pattern.compile("^ +(\\S+) +-> (\\S+) +(\\S.*?) *$", Pattern.MULTILINE);

    @Test
    void everyPackageKnowsExactlyWhatTheMapSays() {
        Map<String, Set<String>> found = edgesOf(classesOfTheLibrary());
        assertThat(lines(found))
                .as("not drawn: %s; drawn but gone: %s", edgesOnlyIn(found, drawn()), edgesOnlyIn(drawn(), found))
                .isEqualTo(lines(drawn()));
    }

    @Test
    void noPackageKnowsItselfThroughOthers() {
        Map<String, Set<String>> left = new TreeMap<>(drawn());
        Set<String> free = new HashSet<>();
        do {
            left.keySet().removeAll(free);
            free.clear();
            left.forEach((who, known) -> {
                if (known.stream().noneMatch(left::containsKey)) {
                    free.add(who);
                }
            });
        } while (!free.isEmpty());
        assertThat(left).as("packages on a cycle, or above one").isEmpty();
    }

    private static Map<String, Set<String>> drawn() {
        Map<String, Set<String>> map = new TreeMap<>();
        MAP.lines().forEach(line -> {
            String[] sides = line.split(" *-> *", -1);
            map.put(sides[0].strip(), new TreeSet<>(List.of(sides[1].strip().split(" +"))));
            map.get(sides[0].strip()).remove("");
        });
        return map;
    }

    private static List<String> edgesOnlyIn(Map<String, Set<String>> map, Map<String, Set<String>> other) {
        return map.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(known ->
                                !other.getOrDefault(entry.getKey(), Set.of()).contains(known))
                        .map(known -> entry.getKey() + " -> " + known))
                .toList();
    }

    private static String lines(Map<String, Set<String>> map) {
        StringBuilder text = new StringBuilder();
        map.forEach((who, known) -> text.append(
                        "%-16s -> %s".formatted(who, String.join(" ", known)).strip())
                .append('\n'));
        return text.toString();
    }

    private static Map<String, Set<String>> edgesOf(File classes) {
        StringWriter out = new StringWriter();
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow(() -> new AssertionError("jdeps is missing: a JDK is needed, not a JRE"))
                .run(
                        new PrintWriter(out),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        "--ignore-missing-deps",
                        "-verbose:package",
                        "-filter:none",
                        classes.getPath());
        assertThat(code).as("exit code of jdeps").isZero();
        return edgesIn(out.toString());
    }

    private static Map<String, Set<String>> edgesIn(String jdepsOutput) {
        Map<String, Set<String>> map = new TreeMap<>();
        Matcher edge = EDGE.matcher(jdepsOutput);
        while (edge.find()) {
            Set<String> known = map.computeIfAbsent(nameOf(edge.group(1)), who -> new TreeSet<>());
            boolean ofTheJdk =
                    edge.group(3).startsWith("java.") || edge.group(3).startsWith("jdk.");
            if (!ofTheJdk && !edge.group(1).equals(edge.group(2))) {
                known.add(nameOf(edge.group(2)));
            }
        }
        map.values().forEach(known -> known.remove(""));
        return map;
    }

    private static String nameOf(String javaPackage) {
        if (javaPackage.equals(OURS)) {
            return "(root)";
        }
        if (javaPackage.startsWith(OURS + ".")) {
            return javaPackage.substring(OURS.length() + 1);
        }
        return LIBRARIES.keySet().stream()
                .filter(prefix -> javaPackage.equals(prefix) || javaPackage.startsWith(prefix + "."))
                .collect(toCollection(TreeSet::new))
                .descendingSet()
                .stream()
                .findFirst()
                .map(LIBRARIES::get)
                .orElse(javaPackage);
    }

    /** Where the library's classes lie, whichever folder this build writes to. */
    private static File classesOfTheLibrary() {
        return new File(DomainName.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }
}
