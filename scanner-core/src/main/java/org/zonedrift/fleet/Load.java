package org.zonedrift.fleet;

/** What makes a query due. */
public sealed interface Load {

    /**
     * A schedule fixed in advance.
     *
     * @param profile the rate for each resolver
     */
    record Open(RateProfile profile, Spacing spacing) implements Load {}

    /**
     * The answer to an earlier one: the resolver sets the pace, and its pauses hide themselves.
     *
     * @param outstanding queries that wait for each resolver at a time
     */
    record Closed(int outstanding) implements Load {}
}
