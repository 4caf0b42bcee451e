package org.zonedrift.cli.option;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.names.InternationalNames;
import org.zonedrift.input.InputFile;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Reading;
import org.zonedrift.input.Shard;
import org.zonedrift.input.Shuffled;
import org.zonedrift.input.Targets;
import org.zonedrift.output.RecordReader;
import org.zonedrift.output.WrittenRecord;
import org.zonedrift.run.Manifest.Sample;
import org.zonedrift.run.Manifest.SampleMethod;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.MalformedNameException;
import picocli.CommandLine.Option;

/** How the input is read, and which part of it. */
public final class InputOptions {

    private static final Set<InputFormat> OF_NAMES = Set.of(InputFormat.LIST, InputFormat.CSV);

    @Option(
            names = "--input-format",
            paramLabel = "auto|list|csv|zone|results|servers",
            defaultValue = "auto",
            description = "how the input is written (default: ${DEFAULT-VALUE}); servers: lines zone,host,ip")
    InputFormat format = InputFormat.AUTO;

    @Option(
            names = "--csv-column",
            paramLabel = "N",
            converter = Numbers.Count.class,
            description = "the column of the name, from 1")
    @Nullable
    Integer csvColumn;

    @Option(names = "--zone-origin", paramLabel = "NAME", description = "whose zone a zone file is")
    @Nullable
    String zoneOrigin;

    @Option(names = "--shuffle", description = "in random order, so that no operator is asked in one burst")
    boolean shuffle;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of --shuffle and --shard (default: ${DEFAULT-VALUE})")
    long seed = 1;

    @Option(names = "--shard", paramLabel = "I/N", description = "only part I of N, counted from 0, such as 0/4")
    @Nullable
    String shard;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Numbers.Targets.class,
            description = "only the first N targets")
    @Nullable
    Long limit;

    /** How the files are to be read. */
    public Reading reading(int port) {
        Reading reading = Reading.auto(
                        Path.of(System.getProperty("java.io.tmpdir")), InternationalNames::toAscii, earlier(port))
                .as(format)
                .servedAt(port);
        if (csvColumn != null) {
            reading = reading.column(csvColumn);
        }
        return zoneOrigin == null ? reading : reading.origin(name(zoneOrigin));
    }

    private static Reading.ResultLine earlier(int port) {
        RecordReader reader = new RecordReader(port);
        return line -> {
            WrittenRecord record = reader.read(line);
            DomainName name = record.name();
            if (name == null) {
                throw new IllegalArgumentException("a record without a name");
            }
            return new Reading.Earlier(name, record.metadata(), record.asPrevious());
        };
    }

    /** How many targets there may be, if the rest of the input has as many as what was read of it. */
    public OptionalLong guessed(Inputs opened, long taken) {
        OptionalDouble share = opened.shareRead();
        // Whoever shuffles has read more than was taken.
        if (taken == 0 || shuffle || share.isEmpty()) {
            return OptionalLong.empty();
        }
        long guess = Math.round(taken / share.getAsDouble());
        return OptionalLong.of(limit == null ? guess : Math.min(guess, limit));
    }

    private static DomainName name(String text) {
        try {
            return DomainName.parse(text);
        } catch (MalformedNameException e) {
            throw Refusal.wrongUsage("--zone-origin '" + text + "': " + e.getMessage());
        }
    }

    /** The part of the targets that is wanted, in the order that is wanted. */
    public Selection chosen(Inputs all) {
        Targets chosen = shard == null ? all : all.only(shard()::holds);
        if (!shuffle) {
            return new Selection(limited(chosen), () -> sample(SampleMethod.FIRST, 0));
        }
        Shuffled shuffled = new Shuffled(chosen, buffer(all), new SplittableRandom(seed));
        return new Selection(
                limited(shuffled),
                () -> sample(
                        shuffled.isUniform() ? SampleMethod.UNIFORM : SampleMethod.BUFFER_SHUFFLED,
                        shuffled.capacity()));
    }

    /** A name takes a fifth of the memory that a target takes which brings its servers along. */
    private static int buffer(Inputs all) {
        return all.files().stream().map(InputFile::format).allMatch(OF_NAMES::contains)
                ? Shuffled.BUFFER_OF_NAMES
                : Shuffled.BUFFER_OF_DELEGATIONS;
    }

    private Targets limited(Targets ordered) {
        return limit == null ? ordered : ordered.first(limit);
    }

    /** Without a limit it is no matter in which order they come: all of them do. */
    private Sample sample(SampleMethod ofLimited, int shuffleBuffer) {
        SampleMethod ofUnlimited = shard == null ? SampleMethod.ALL : SampleMethod.SHARD;
        return new Sample(limit == null ? ofUnlimited : ofLimited, seed, shuffleBuffer, shard == null ? "" : shard);
    }

    private Shard shard() {
        String text = String.valueOf(shard);
        if (!text.matches("\\d{1,6}/\\d{1,6}")) {
            throw Refusal.wrongUsage("--shard '" + text + "': write it as I/N, such as 0/4");
        }
        int slash = text.indexOf('/');
        try {
            return new Shard(
                    Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)), seed);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUsage("--shard '" + text + "': " + e.getMessage());
        }
    }

    /** How many scanners share the work, and so the limits. */
    public int shards() {
        return shard == null ? 1 : shard().count();
    }
}
