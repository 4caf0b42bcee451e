package org.zonedrift.fleet;

import org.jspecify.annotations.Nullable;

/** What the fleet said to one query, and what most of it said; pure. */
final class Ballot {

    private static final int SERVFAIL = 2;
    private static final int REFUSED = 5;

    private Ballot() {}

    /**
     * What each answer is worth; null for who gave none.
     *
     * @param said by resolver; null for no answer
     */
    static @Nullable Judged[] judge(@Nullable Said[] said) {
        Said majority = majority(said);
        @Nullable Judged[] judged = new Judged[said.length];
        for (int i = 0; i < said.length; i++) {
            Said one = said[i];
            judged[i] = one == null ? null : judge(one, majority);
        }
        return judged;
    }

    /** What more than half of those say who say something, two at least; or null. */
    private static @Nullable Said majority(@Nullable Said[] said) {
        int voters = 0;
        int votes = 0;
        Said leader = null;
        for (Said one : said) {
            if (one != null && one.isConclusive()) {
                voters++;
                leader = votes == 0 ? one : leader;
                votes += one.equals(leader) ? 1 : -1;
            }
        }
        int counted = 0;
        for (Said one : said) {
            counted += one != null && one.equals(leader) ? 1 : 0;
        }
        return counted >= 2 && 2 * counted > voters ? leader : null;
    }

    private static Judged judge(Said one, @Nullable Said majority) {
        if (majority == null || !one.isConclusive()) {
            return judgeAlone(one.rcode());
        }
        if (one.equals(majority)) {
            return Judged.AGREES;
        }
        if (majority.isNxdomain()) {
            return Judged.NXDOMAIN_REWRITTEN;
        }
        return one.isNxdomain() ? Judged.BLOCKED : Judged.WRONG_DATA;
    }

    /** What an answer is worth that nothing can be compared with. */
    static Judged judgeAlone(int rcode) {
        if (!Tally.isFailure(rcode)) {
            return Judged.UNVERIFIED;
        }
        return switch (rcode) {
            case SERVFAIL -> Judged.SERVFAIL;
            case REFUSED -> Judged.REFUSED;
            default -> Judged.FAILED;
        };
    }
}
