package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The CPU time of a scanning JVM's threads so far, by what they do; as Linux counts it, in hundredths of a second. */
final class ThreadTimes {

    /** The unit of /proc, whatever the kernel itself counts in. */
    private static final long MICROS_A_TICK = 10_000;

    /** Where user and system time stand behind the name, counted from 0. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    /** What a thread does, told by its name. */
    enum Kind {
        LANE("lane-.*"),
        OUTPUT("output.*"),
        INPUT("input-.*"),
        COMPILER("C[12] Comp.*|Sweeper.*"),
        COLLECTOR("GC Thread.*|G1 .*|VM Thread"),
        OTHER(".*");

        private final String names;

        Kind(String names) {
            this.names = names;
        }

        private static Kind of(String thread) {
            for (Kind kind : values()) {
                if (thread.matches(kind.names)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    private final Map<Kind, Long> micros = new EnumMap<>(Kind.class);

    /** Of the process of this number. */
    static ThreadTimes of(long process) throws IOException {
        ThreadTimes times = new ThreadTimes();
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(process), "task"))) {
            tasks.forEach(times::add);
        } catch (NoSuchFileException ended) {
            // A process without threads has none to count.
        }
        return times;
    }

    /** A thread may end while it is looked at. */
    private void add(Path task) {
        try {
            String line = Files.readString(task.resolve("stat"));
            int nameEnds = line.lastIndexOf(')');
            String[] figures = line.substring(nameEnds + 2).split(" ");
            long ticks = Long.parseLong(figures[USER]) + Long.parseLong(figures[SYSTEM]);
            Kind kind = Kind.of(line.substring(line.indexOf('(') + 1, nameEnds));
            micros.merge(kind, ticks * MICROS_A_TICK, Long::sum);
        } catch (IOException ended) {
            // Its time is lost; those that matter live as long as the scan.
        }
    }

    long of(Kind kind) {
        return micros.getOrDefault(kind, 0L);
    }

    long all() {
        return micros.values().stream().mapToLong(Long::longValue).sum();
    }
}
