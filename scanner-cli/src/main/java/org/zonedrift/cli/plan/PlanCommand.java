package org.zonedrift.cli.plan;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.option.InputOptions;
import org.zonedrift.cli.option.Numbers;
import org.zonedrift.cli.option.SpeedOptions;
import org.zonedrift.cli.plan.Workload.Usage;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.InputException;
import org.zonedrift.input.Inputs;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.zone.ServerAddress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how long a polite scan would take, and asks nobody anything. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description = "Tells how long a polite scan takes at least, which servers bound it, and what it sends: of an "
                + "input that says who serves its zones, or of so many zones as a profile spreads them over "
                + "providers. Asks nobody anything.")
public final class PlanCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(arity = "0..*", paramLabel = "INPUT", description = "files to read; - is standard input")
    List<String> inputs = List.of();

    @Option(names = "--zones", paramLabel = "N", description = "without an input: how many zones there are")
    @Nullable
    Long zones;

    @Option(
            names = "--profile",
            paramLabel = "toplist|tld",
            defaultValue = "tld",
            description = "how they are spread over providers (default: ${DEFAULT-VALUE})")
    Profile profile = Profile.TLD;

    @Option(
            names = "--addresses-each",
            paramLabel = "N",
            defaultValue = "2",
            converter = Numbers.Count.class,
            description = "addresses of a server of which none is known yet: one IPv4, one IPv6 (default: "
                    + "${DEFAULT-VALUE})")
    int addressesEach = 2;

    @ArgGroup(validate = false, heading = "%nInput:%n")
    InputOptions input = new InputOptions();

    @ArgGroup(validate = false, heading = "%nSpeed:%n")
    SpeedOptions speed = new SpeedOptions();

    public PlanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (inputs.isEmpty() == (zones == null)) {
            throw Refusal.wrongUsage("name what is to be planned: either files, or --zones N");
        }
        Usage usage = new Usage(addressesEach, Usage.DEFAULT.nsQuestions());
        if (zones == null) {
            ofInput(usage);
        } else {
            ofProfile(zones, usage);
        }
        return ExitCode.OK;
    }

    private void ofProfile(long count, Usage usage) {
        WorldSample sample = worldSample(count, usage);
        tell(new Estimate(sample.workload(), speed.politeness(), sample.scale()));
    }

    private WorldSample worldSample(long count, Usage usage) {
        try {
            return WorldSample.of(profile, count, usage);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUsage("--zones " + count + ": " + e.getMessage());
        }
    }

    private void ofInput(Usage usage) {
        try (Inputs opened = Inputs.open(inputs, input.reading(ServerAddress.DNS_PORT), streams.in())) {
            InputSurvey survey = InputSurvey.of(input.chosen(opened).targets(), usage);
            if (survey.silent() > 0) {
                streams.err()
                        .println("Of " + Words.counted(survey.silent(), "zone")
                                + " the input does not say who serves them: they are left out.");
            }
            Politeness politeness = speed.politeness().sharedBy(input.shards());
            tell(new Estimate(survey.workload(), politeness, 1));
        } catch (InputException e) {
            throw e.kind() == InputException.Kind.AMBIGUOUS
                    ? Refusal.wrongUsage(String.valueOf(e.getMessage()))
                    : Refusal.cannot(String.valueOf(e.getMessage()));
        }
    }

    private void tell(Estimate estimate) {
        try (Printer printer = streams.printer()) {
            new PlanText(estimate).lines(printer.style()).forEach(printer::line);
        }
    }
}
