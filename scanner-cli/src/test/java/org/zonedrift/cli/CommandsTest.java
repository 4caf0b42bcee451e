package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Streams;
import picocli.CommandLine;

/** Which commands are made for which line. */
class CommandsTest {

    private final Commands commands = new Commands(Streams.ofProcess(), new Interruption());

    @Test
    void aLineThatNamesACommandGetsThatOneAlone() {
        for (String name : commands.names()) {
            if (!name.equals("completion")) {
                assertThat(namesFor(name, "--help")).containsExactly(name);
            }
        }
    }

    @Test
    void everyOtherLineGetsAllOfThemInTheOrderOfTheHelp() {
        List<String> all = List.copyOf(commands.names());
        assertThat(namesFor()).isEqualTo(all);
        assertThat(namesFor("--help")).isEqualTo(all);
        assertThat(namesFor("chekc", "example.org")).isEqualTo(all);
        assertThat(namesFor("@check")).isEqualTo(all);
    }

    @Test
    void theCompletionKnowsAllOfThem() {
        assertThat(namesFor("completion")).isEqualTo(List.copyOf(commands.names()));
        assertThat(CommandRun.of("completion").out()).contains("--rate-per-server", "rejudge", "explain");
    }

    private List<String> namesFor(String... line) {
        return commands.wantedBy(line).stream()
                .map(command -> new CommandLine(command).getCommandName())
                .toList();
    }
}
