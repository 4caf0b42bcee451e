package org.zonedrift.benchmarks.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that start a class of this jar as the launcher starts the program. */
final class Java {

    /** What the launcher says besides, so that the virtual machine's own words do not mix with the program's. */
    private static final List<String> QUIET = List.of(
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-Dio.netty.leakDetection.level=disabled");

    private Java() {}

    static List<String> program(List<String> wrapper, List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Machine.asLaunched().options());
        command.addAll(QUIET);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
