package org.zonedrift.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an answer is worth among those of the others. */
class BallotTest {

    private static final Said DATA = new Said(0, 17);
    private static final Said OTHER_DATA = new Said(0, 18);
    private static final Said NXDOMAIN = new Said(3, 0);
    private static final Said SERVFAIL = new Said(2, 0);
    private static final Said REFUSED = new Said(5, 0);

    private static Judged[] judge(Said... said) {
        return Ballot.judge(said);
    }

    @Test
    void whatMostSayIsTheMeasure() {
        assertThat(judge(DATA, OTHER_DATA, DATA)).containsExactly(Judged.AGREES, Judged.WRONG_DATA, Judged.AGREES);
        assertThat(judge(OTHER_DATA, DATA, DATA)).containsExactly(Judged.WRONG_DATA, Judged.AGREES, Judged.AGREES);
    }

    @Test
    void dataForANameThatDoesNotExistIsRewritten() {
        assertThat(judge(NXDOMAIN, DATA, NXDOMAIN))
                .containsExactly(Judged.AGREES, Judged.NXDOMAIN_REWRITTEN, Judged.AGREES);
    }

    @Test
    void aNameThatOthersKnowIsBlocked() {
        assertThat(judge(DATA, NXDOMAIN, DATA)).containsExactly(Judged.AGREES, Judged.BLOCKED, Judged.AGREES);
    }

    @Test
    void withoutAMajorityNothingIsVerified() {
        assertThat(judge(DATA, OTHER_DATA)).containsOnly(Judged.UNVERIFIED);
        assertThat(judge(DATA, DATA, OTHER_DATA, OTHER_DATA)).containsOnly(Judged.UNVERIFIED);
        assertThat(judge(DATA)).containsOnly(Judged.UNVERIFIED);
    }

    @Test
    void failuresHaveNoVoteAndCountAsWhatTheyAre() {
        assertThat(judge(SERVFAIL, REFUSED, SERVFAIL, DATA, DATA))
                .containsExactly(Judged.SERVFAIL, Judged.REFUSED, Judged.SERVFAIL, Judged.AGREES, Judged.AGREES);
    }

    @Test
    void whoSaysNothingIsNotJudged() {
        assertThat(judge(null, DATA, DATA)).containsExactly(null, Judged.AGREES, Judged.AGREES);
    }
}
