package org.zonedrift.sim.scan;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is reachable in this JVM just now of the program's own classes, counted by the collector. */
record LiveObjects(Map<String, Count> byClass) {

    /** So many objects of one class, and the octets that they take. */
    record Count(long objects, long octets) {}

    private static final Pattern LINE = Pattern.compile("(?m)^ *\\d+: +(\\d+) +(\\d+) +(org\\.zonedrift\\.[\\w.$]+)");

    /** Counts after a full collection. */
    static LiveObjects now() {
        Map<String, Count> counts = new TreeMap<>();
        Matcher line = LINE.matcher(histogram());
        while (line.find()) {
            counts.put(line.group(3), new Count(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))));
        }
        return new LiveObjects(counts);
    }

    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    long of(String type) {
        return byClass.getOrDefault(type, new Count(0, 0)).objects();
    }

    /** Of all classes in packages that begin so. */
    long octetsOf(String packages) {
        return byClass.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(packages))
                .mapToLong(entry -> entry.getValue().octets())
                .sum();
    }
}
