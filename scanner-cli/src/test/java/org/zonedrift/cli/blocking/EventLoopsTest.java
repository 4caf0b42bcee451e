package org.zonedrift.cli.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Event loops never wait for anything but packets and time. */
@Tag("slow")
class EventLoopsTest {

    private static final String ZONES = "300";

    /** BlockHound rewrites classes of the JDK: in a JVM of its own, so that no other test depends on that. */
    @Test
    void noLaneBlocksUnderLoad() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-ea");
        command.add("-XX:+AllowRedefinitionToAddDeleteMethods");
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("-XX:+EnableDynamicAgentLoading");
        command.add("-Djdk.attach.allowAttachSelf=true");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, WatchedDemo.class.getName(), ZONES));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(WatchedDemo.NOTICED, "in = out: 300 targets, 300 reports", WatchedDemo.QUIET);
    }
}
