package org.zonedrift.benchmarks.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that start a class of this jar as the launcher starts the program. */
final class Java {

    private static final List<String> AS_THE_LAUNCHER = List.of(
            "-XX:+UseParallelGC",
            "-XX:+DisplayVMOutputToStderr",
            "-Xmn128m",
            "-XX:+UseTransparentHugePages",
            "-XX:InlineSmallCode=1000",
            "-XX:FreqInlineSize=100",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Dio.netty.leakDetection.level=disabled");

    private Java() {}

    static List<String> program(List<String> wrapper, List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AS_THE_LAUNCHER);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
