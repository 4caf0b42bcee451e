package org.zonedrift.benchmarks.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java virtual machine with its options: what the launcher might choose. */
record Machine(String name, Path home, List<String> options) {

    private static final String PARALLEL = "-XX:+UseParallelGC";
    private static final String YOUNG = "-Xmn128m";

    private static final String HUGE_PAGES = "-XX:+UseTransparentHugePages";

    /** Less than half of what the compiler usually takes into a method. */
    private static final List<String> SMALL_METHODS =
            List.of("-XX:MaxInlineLevel=5", "-XX:InlineSmallCode=1000", "-XX:FreqInlineSize=200");

    /** What is compared: collectors on the Java that runs this, and the best of them on the other one. */
    static List<Machine> compared(Path other) {
        Path own = Path.of(System.getProperty("java.home"));
        String version = "Java " + Runtime.version().feature();
        List<Machine> all = new ArrayList<>();
        all.add(new Machine(version + ", parallel", own, List.of(PARALLEL)));
        all.add(new Machine(version + ", parallel, 128 MiB young", own, List.of(PARALLEL, YOUNG)));
        all.add(new Machine(version + ", the same, huge pages", own, List.of(PARALLEL, YOUNG, HUGE_PAGES)));
        List<String> small = new ArrayList<>(List.of(PARALLEL, YOUNG, HUGE_PAGES));
        small.addAll(SMALL_METHODS);
        all.add(new Machine(version + ", the same, small methods too", own, small));
        all.add(new Machine(version + ", serial, 128 MiB young", own, List.of("-XX:+UseSerialGC", YOUNG)));
        all.add(new Machine(version + ", G1", own, List.of("-XX:+UseG1GC")));
        if (!other.equals(own)) {
            all.add(new Machine(
                    "the newest Java here, parallel, 128 MiB young, huge pages",
                    other,
                    List.of(PARALLEL, YOUNG, HUGE_PAGES)));
        }
        return all;
    }

    /** The command that runs a class of this jar. */
    List<String> program(List<String> wrapper, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(home.resolve("bin/java").toString());
        command.add("-Dio.netty.leakDetection.level=disabled");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
