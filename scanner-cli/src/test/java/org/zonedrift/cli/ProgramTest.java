package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the program says before any command does its work. */
class ProgramTest {

    @Test
    void withoutACommandItSaysWhatIsMissing() {
        CommandRun run = CommandRun.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("zonedrift: a command is missing\nTry 'zonedrift --help'.\n");
    }

    @Test
    void anUnknownOptionIsOneLineAndNoStackTrace() {
        CommandRun run = CommandRun.of("completion", "--colour");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "zonedrift completion: Unknown option: '--colour'\n" + "Try 'zonedrift completion --help'.\n");
    }

    @Test
    void anOptionThatIsGivenTwiceIsRefusedAndNothingElseIsForgotten() {
        CommandRun run = CommandRun.of("scan", "--rate", "1", "--rate-per-server", "3", "--rate", "2", "list.txt");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("zonedrift scan: option '--rate' should be specified only once\n"
                        + "Try 'zonedrift scan --help'.\n");
    }

    @Test
    void anOptionThatTakesSeveralMayBeGivenTwice() {
        CommandRun run = CommandRun.of("scan", "--exclude", "gone.txt", "--exclude", "away.txt", "list.txt");
        assertThat(run.err()).doesNotContain("only once");
    }

    @Test
    void anArgumentCannotSteerTheTerminal() {
        CommandRun run = CommandRun.of("completion", "--\u001b[2Jgone");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).doesNotContain("\u001b").contains("\\u{1b}[2Jgone");
    }

    @Test
    void helpGoesToStandardOutput() {
        CommandRun run = CommandRun.of("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: zonedrift").contains("completion");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theVersionNamesTheCommit() {
        CommandRun run = CommandRun.of("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("(?s)zonedrift \\S+ \\(commit \\S+\\)\nJava .*\n");
    }

    @Test
    void theCompletionScriptKnowsEveryCommand() {
        assertThat(CommandRun.of("completion").out()).contains("complete").contains("completion");
    }
}
