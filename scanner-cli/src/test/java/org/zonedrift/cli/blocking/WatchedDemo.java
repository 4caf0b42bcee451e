package org.zonedrift.cli.blocking;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.zonedrift.cli.Zonedrift;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import reactor.blockhound.BlockHound;

/** The demonstration under load, in a JVM that notices every call that could block an event loop. */
final class WatchedDemo {

    /** How the network names the threads of its lanes. */
    static final String LANE = "lane";

    static final String NOTICED = "noticed what blocks on purpose";
    static final String QUIET = "no lane blocked";

    private static final Map<String, String> BLOCKED = new ConcurrentHashMap<>();

    private WatchedDemo() {}

    public static void main(String[] args) throws InterruptedException {
        BlockHound.builder()
                .nonBlockingThreadPredicate(
                        known -> known.or(thread -> thread.getName().startsWith(LANE)))
                // Random octets for message ids come from a device that never lets anybody wait.
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .blockingMethodCallback(method -> BLOCKED.putIfAbsent(method.toString(), whence()))
                .install();
        Thread sinner = new Thread(() -> LockSupport.parkNanos(1), LANE + "-that-blocks");
        sinner.start();
        sinner.join();
        System.out.println(BLOCKED.isEmpty() ? "blind" : NOTICED);
        BLOCKED.clear();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Zonedrift.run(
                Streams.captured(InputStream.nullInputStream(), out, err),
                new Interruption(),
                "demo",
                "--zones",
                args[0],
                "--seed",
                "7",
                "--progress",
                "none");
        System.out.println("demo ended with " + code + "\n" + out.toString(StandardCharsets.UTF_8));
        System.out.println(BLOCKED.isEmpty() ? QUIET : "blocked: " + BLOCKED);
        System.exit(0);
    }

    private static String whence() {
        StringBuilder frames = new StringBuilder();
        StackWalker.getInstance().walk(stack -> {
            stack.skip(2).limit(25).forEach(frame -> frames.append("\n    ").append(frame));
            return frames;
        });
        return frames.toString();
    }
}
