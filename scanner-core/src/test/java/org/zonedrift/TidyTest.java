package org.zonedrift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the house agreed to leave out, looked for in every source file of every module. */
class TidyTest {

    /** Above this a file has more than one idea in it. */
    private static final int LINES_MAX = 300;

    private static final Predicate<String> CORE = path -> path.startsWith("scanner-core/src/main/");

    /** Where time comes from: sockets, the program that hands it in, and benchmarks. */
    private static final Predicate<String> PROVIDES_TIME = path -> path.contains("/org/zonedrift/exchange/netty/")
            || path.contains("/org/zonedrift/sim/loopback/")
            || path.startsWith("scanner-cli/")
            || path.endsWith("/org/zonedrift/flink/ScanJob.java")
            || path.startsWith("benchmarks/");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "a leftover marker: do it, or file it",
                    "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b",
                    path -> true,
                    path -> false),
            new Rule(
                    "time comes from the lane, or is handed in",
                    "\\bSystem\\.(nanoTime|currentTimeMillis)\\(|\\bInstant\\.now\\(|\\bClock\\.system",
                    path -> true,
                    PROVIDES_TIME),
            new Rule(
                    "nobody sleeps", "\\bThread\\.sleep\\(|\\bTimeUnit\\.\\w+\\.sleep\\(", path -> true, path -> false),
            new Rule(
                    "no Reactor scheduler keeps time in core",
                    "\\breactor\\.core\\.scheduler\\b|\\bSchedulers\\.",
                    CORE,
                    path -> false),
            new Rule(
                    "Reactor's jitter and delays are not seeded",
                    "\\bRetry\\.backoff\\(|\\.delayElements?\\(|\\bMono\\.delay\\(|\\bFlux\\.interval\\(",
                    CORE,
                    path -> false),
            new Rule(
                    "hosts of core bring slf4j 1.7, which has no fluent API",
                    "\\.at(Trace|Debug|Info|Warn|Error)\\(\\)",
                    CORE,
                    path -> false),
            new Rule(
                    "a library does not end or print to its host's process",
                    "\\bSystem\\.(exit|out|err)\\b|\\.printStackTrace\\(\\)",
                    CORE,
                    path -> false),
            new Rule(
                    "the idea behind the name is not found yet",
                    "\\b(class|interface|record|enum) \\w*(Manager|Utils?|Impl|Helper|Handler)\\b",
                    path -> true,
                    path -> false),
            new Rule("a test that never runs proves nothing", "@Disabled\\b", path -> true, path -> false),
            new Rule(
                    "a suppressed warning tells why in a comment on its line or the one above",
                    "^(?!.*//).*@SuppressWarnings\\(",
                    path -> path.contains("/src/main/"),
                    path -> false));

    @ParameterizedTest
    @MethodSource
    void noSourceBreaks(Rule rule) {
        assertThat(sources().flatMap(rule::broken)).as(rule.why()).isEmpty();
    }

    static List<Rule> noSourceBreaks() {
        return RULES;
    }

    @Test
    void noFileIsLongerThanOneIdea() {
        assertThat(sources()
                        .filter(source -> source.path().contains("/src/main/"))
                        .filter(source -> source.lines().size() > LINES_MAX)
                        .map(source -> source.path() + " has " + source.lines().size() + " lines"))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItOwns() {
        List<String> silent = sources()
                .filter(source -> source.path().contains("/src/main/"))
                // A benchmark may live in the package that it looks into, which says it already.
                .filter(source -> !source.path().startsWith("benchmarks/src/main/java/org/zonedrift/exchange/"))
                .map(source -> Path.of(source.path()).getParent())
                .distinct()
                .filter(folder -> !Files.exists(Source.ROOT.resolve(folder).resolve("package-info.java")))
                .map(Path::toString)
                .toList();
        assertThat(silent).as("packages without package-info.java").isEmpty();
    }

    @Test
    void theRulesSeeTheirOwnViolations() {
        Source planted = new Source(
                "scanner-core/src/main/java/P.java",
                List.of(
                        "// TO" + "DO later",
                        "long t = System.nanoTime();",
                        "Thread.sleep(1);",
                        "Schedulers.parallel();",
                        "Mono.delay(second);",
                        "log.atInfo().log();",
                        "System.exit(1);",
                        "class LaneManager {",
                        "@Disabled",
                        "@SuppressWarnings(\"all\")"));
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.broken(planted)).hasSize(1));
    }

    private static Stream<Source> sources() {
        List<Source> found = new ArrayList<>();
        for (String module : List.of("scanner-core", "scanner-sim", "scanner-cli", "scanner-flink", "benchmarks")) {
            try (Stream<Path> files = Files.walk(Source.ROOT.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Source::read)
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(found).as("source files").hasSizeGreaterThan(20);
        return found.stream();
    }

    /** One thing that no line may hold, where it holds, and who is excused. */
    record Rule(String why, Pattern pattern, Predicate<String> where, Predicate<String> excused) {

        Rule(String why, String regex, Predicate<String> where, Predicate<String> excused) {
            this(why, Pattern.compile(regex), where, excused);
        }

        Stream<String> broken(Source source) {
            if (!where.test(source.path()) || excused.test(source.path())) {
                return Stream.empty();
            }
            return IntStream.range(0, source.lines().size())
                    .filter(line -> pattern.matcher(source.lineWithReason(line)).find())
                    .mapToObj(line -> source.path() + ":" + (line + 1) + ": "
                            + source.lines().get(line).strip());
        }

        @Override
        public String toString() {
            return why;
        }
    }

    /** A source file by its path from the root of the project. */
    record Source(String path, List<String> lines) {

        static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

        static Source read(Path file) {
            try {
                String path = ROOT.relativize(file).toString().replace('\\', '/');
                // This test names what it forbids.
                return new Source(path, path.endsWith("/TidyTest.java") ? List.of() : Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The line, and a comment that stands above it when it is an annotation. */
        String lineWithReason(int index) {
            boolean explained = index > 0
                    && lines.get(index).strip().startsWith("@")
                    && lines.get(index - 1).strip().startsWith("//");
            return explained ? lines.get(index) + lines.get(index - 1).strip() : lines.get(index);
        }
    }
}
