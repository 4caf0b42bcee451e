package org.zonedrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who says which servers a zone has, as the command line chooses it. */
class DelegationWayTest {

    @Test
    void resolversMustBeNamedToBeAsked() {
        CommandRun run = CommandRun.withInput("", "scan", "-", "--delegation", "resolver");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--delegation resolver needs --resolvers");
    }

    @Test
    void resolversThatNobodyWouldAskAreAMistake() {
        CommandRun run = CommandRun.withInput("", "scan", "-", "--resolvers", "127.0.0.1:5300");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("only with --delegation resolver");
    }
}
