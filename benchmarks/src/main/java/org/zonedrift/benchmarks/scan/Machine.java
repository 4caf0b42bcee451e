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
    private static final List<String> SMALL_METHODS = List.of("-XX:InlineSmallCode=1000", "-XX:FreqInlineSize=100");

    /** What is compared: collectors on the Java that runs this, and the best of them on the other one. */
    static List<Machine> compared(Path other) {
        Path own = Path.of(System.getProperty("java.home"));
        String version = "Java " + Runtime.version().feature();
        List<Machine> all = new ArrayList<>();
        all.add(new Machine(version + ", parallel", own, List.of(PARALLEL)));
        all.add(new Machine(version + ", parallel, 128 MiB young", own, List.of(PARALLEL, YOUNG)));
        all.add(new Machine(version + ", the same, huge pages", own, List.of(PARALLEL, YOUNG, HUGE_PAGES)));
        all.add(new Machine(version + ", the same, small methods: the launcher's", own, launchers(PARALLEL)));
        all.add(new Machine(version + ", as the launcher's, but serial", own, launchers("-XX:+UseSerialGC")));
        if (!other.equals(own)) {
            all.add(new Machine("the newest Java here, as the launcher's", other, launchers(PARALLEL)));
        }
        return all;
    }

    /** The Java that runs this, as the launcher starts the program. */
    static Machine asLaunched() {
        return new Machine("as launched", Path.of(System.getProperty("java.home")), launchers(PARALLEL));
    }

    private static List<String> launchers(String collector) {
        List<String> options = new ArrayList<>(List.of(collector, YOUNG, HUGE_PAGES));
        options.addAll(SMALL_METHODS);
        return options;
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
