import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Adds up the reports that Surefire wrote, and fails where a green build would deceive: a skip that nobody announced,
 * a module whose tests did not run, a test class that its name hides from Surefire.
 *
 * <p>Usage: TestTally allow-skips|forbid-skips MODULE[:TARGET]...
 */
public final class TestTally {

    /** How a test says that something must be installed: Assumptions.abort("needs: bind9-dnsutils"). */
    private static final Pattern NEEDS = Pattern.compile("needs: *([a-z0-9][a-z0-9+.-]*(?:[ ,]+[a-z0-9][a-z0-9+.-]*)*)");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> packages = new TreeSet<>();
    private final List<String> skips = new ArrayList<>();
    private int passed;
    private int failed;

    public static void main(String[] args) {
        TestTally tally = new TestTally();
        for (String module : List.of(args).subList(1, args.length)) {
            int colon = module.indexOf(':');
            String folder = colon < 0 ? module : module.substring(0, colon);
            tally.add(Path.of(folder), colon < 0 ? "target" : module.substring(colon + 1));
        }
        System.exit(tally.print(args[0].equals("forbid-skips")) ? 0 : 1);
    }

    private void add(Path module, String target) {
        List<Path> classes = filesBelow(module.resolve("src/test/java"), ".java");
        classes.stream()
                .filter(file -> holdsTests(file) && !file.toString().matches(".*(Test|IT)\\.java"))
                .forEach(file -> faults.add(file + " holds tests, but only *Test and *IT are run"));
        int before = passed + failed + skips.size();
        List<Path> reports = filesBelow(module.resolve(target).resolve("surefire-reports"), ".xml");
        reports.forEach(this::addReport);
        if (classes.stream().anyMatch(TestTally::holdsTests) && before == passed + failed + skips.size()) {
            faults.add(module + " has tests, but none was run");
        }
    }

    private void addReport(Path report) {
        var cases = parse(report).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = test.getAttribute("classname") + "." + test.getAttribute("name");
            Node skipped = test.getElementsByTagName("skipped").item(0);
            if (skipped != null) {
                addSkip(name, reason((Element) skipped));
            } else if (test.getElementsByTagName("failure").getLength() > 0
                    || test.getElementsByTagName("error").getLength() > 0) {
                failed++;
                faults.add("failed: " + name);
            } else {
                passed++;
            }
        }
    }

    /** Surefire writes it into an attribute or, for an assumption that failed, above the stack trace. */
    private static String reason(Element skipped) {
        String message = skipped.getAttribute("message") + skipped.getTextContent().lines().findFirst().orElse("");
        return message.replaceFirst("^[a-zA-Z0-9.]+Exception: ", "").replaceFirst("^Assumption failed: ", "");
    }

    private void addSkip(String name, String message) {
        Matcher needs = NEEDS.matcher(message);
        skips.add(name + (message.isBlank() ? "" : " (" + message + ")"));
        if (needs.find()) {
            packages.addAll(List.of(needs.group(1).split("[ ,]+")));
        } else {
            faults.add("skipped without naming what it needs: " + name);
        }
    }

    private boolean print(boolean forbidSkips) {
        skips.forEach(skip -> System.out.println("skipped: " + skip));
        if (!packages.isEmpty()) {
            System.out.println("To run them: apt-get install " + String.join(" ", packages));
        }
        if (passed + failed == 0) {
            faults.add("no test was run at all");
        }
        if (forbidSkips && !skips.isEmpty()) {
            faults.add(skips.size() + " skipped where nothing may be");
        }
        faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.out.printf("tests: %d passed, %d failed, %d skipped%n", passed, failed, skips.size());
        return faults.isEmpty();
    }

    private static boolean holdsTests(Path file) {
        try {
            return Pattern.compile("^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b", Pattern.MULTILINE)
                    .matcher(Files.readString(file))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(Path report) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        } catch (Exception e) {
            throw new IllegalStateException("unreadable report " + report, e);
        }
    }

    private static List<Path> filesBelow(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
