package org.zonedrift.cli.rejudge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zonedrift.cli.console.FileTrouble;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.RecordLines;

/** The result files that the user names, a run's folder standing for the results in it; opened one by one. */
public final class ResultFiles implements Iterable<RecordLines> {

    private static final Pattern RESULTS = Pattern.compile("results-\\d+\\.ndjson(\\.zst|\\.gz)?");

    private final List<String> names = new ArrayList<>();
    private final InputStream standardInput;

    public ResultFiles(List<String> named, InputStream standardInput) {
        this.standardInput = standardInput;
        for (String name : named) {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                names.addAll(resultsIn(path));
            } else {
                names.add(name);
            }
        }
    }

    private static List<String> resultsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = files.filter(file ->
                            RESULTS.matcher(file.getFileName().toString()).matches())
                    .map(Path::toString)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw Refusal.cannot(folder + " holds no results: it is not the folder of a run");
            }
            return found;
        } catch (IOException e) {
            throw Refusal.cannot(folder + " cannot be read: " + FileTrouble.words(e));
        }
    }

    @Override
    public Iterator<RecordLines> iterator() {
        return names.stream().map(this::open).iterator();
    }

    private RecordLines open(String name) {
        return name.equals(Inputs.STANDARD_INPUT)
                ? RecordLines.of("standard input", standardInput)
                : RecordLines.of(Path.of(name));
    }
}
