package org.zonedrift.flink;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.cache.DistributedCache;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The files that options name, such as exclusions and root hints: they lie where the job is submitted,
 * and are read wherever it runs.
 */
final class ShippedFiles {

    /** Keeps their names apart from those of other files that Flink ships. */
    private static final String PREFIX = "zonedrift:";

    private ShippedFiles() {}

    /** Takes them along. */
    static void take(List<String> names, StreamExecutionEnvironment environment) {
        names.stream()
                .distinct()
                .forEach(name -> environment.registerCachedFile(
                        Path.of(name).toAbsolutePath().toUri().toString(), PREFIX + name));
    }

    /** Where they lie on the machine of this task. */
    static Function<String, Path> on(DistributedCache cache) {
        return name -> cache.getFile(PREFIX + name).toPath();
    }
}
