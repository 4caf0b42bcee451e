package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a jar holds, by whose it is. */
record JobJar(Path file) {

    private static final String ZSTD = "zstd-jni, with its natives";

    /** By the beginnings of paths; the first that fits. */
    private static final Map<String, String> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("org/zonedrift/", "Zonedrift");
        GROUPS.put("META-INF/native/", "Netty's natives");
        GROUPS.put("io/netty/", "Netty");
        GROUPS.put("reactor/", "Reactor");
        GROUPS.put("org/reactivestreams/", "Reactor");
        GROUPS.put("com/github/benmanes/", "Caffeine");
        GROUPS.put("com/github/luben/", ZSTD);
        List.of("linux/", "darwin/", "win/", "aix/", "freebsd/").forEach(system -> GROUPS.put(system, ZSTD));
        GROUPS.put("org/apache/commons/", "Apache Commons (Compress and what it needs)");
        GROUPS.put("org/tukaani/", "XZ");
        GROUPS.put("org/xbill/", "dnsjava");
        GROUPS.put("org/roaringbitmap/", "RoaringBitmap");
        GROUPS.put("tools/jackson/", "Jackson core");
        GROUPS.put("org/HdrHistogram/", "HdrHistogram");
        GROUPS.put("picocli/", "picocli");
        GROUPS.put("com/ibm/icu/", "ICU");
        GROUPS.put("org/apache/flink/", "Flink, which should not be in it");
    }

    /** Octets as they lie in the jar. */
    private record Group(String name, int files, long octets, long unpacked) {

        Group with(ZipEntry entry) {
            return new Group(name, files + 1, octets + entry.getCompressedSize(), unpacked + entry.getSize());
        }
    }

    String markdown() throws IOException {
        Map<String, Group> groups = new LinkedHashMap<>();
        try (ZipFile jar = new ZipFile(file.toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> groups.merge(
                            group(entry.getName()),
                            new Group(group(entry.getName()), 0, 0, 0).with(entry),
                            (sum, one) -> sum.with(entry)));
        }
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparingLong(Group::octets).reversed());
        StringBuilder text = new StringBuilder(
                "The job's jar has %,d KiB:%n%n".formatted(file.toFile().length() >> 10));
        text.append("| what is in it | files | KiB in the jar | KiB unpacked |\n| --- | --- | --- | --- |\n");
        sorted.forEach(group -> text.append("| %s | %,d | %,d | %,d |%n"
                .formatted(group.name, group.files, group.octets >> 10, group.unpacked >> 10)));
        return text.toString();
    }

    private static String group(String path) {
        return GROUPS.entrySet().stream()
                .filter(group -> path.startsWith(group.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("the rest: licences, services");
    }
}
