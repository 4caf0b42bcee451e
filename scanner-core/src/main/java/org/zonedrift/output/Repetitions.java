package org.zonedrift.output;

/**
 * What records say again and again, in octets: most servers do well, and most zones look alike. It is little
 * on purpose, as a table of all providers' servers is farther away than their names. Confined to one thread.
 *
 * @param recent what was written last
 * @param origins where the delegation of the last zone came from, as it stands before the NS sets
 * @param observations the same, as it stands behind the NS sets
 * @param counts the numbers of a zone
 * @param costs the questions that a zone took
 * @param schemes what serials are made of
 * @param places who named a server, and who its address
 * @param answers what came of asking a server, but the numbers
 * @param standings where servers stand that do not lag
 * @param ways how many tries it took, and over what
 * @param edns OPT records without options
 */
record Repetitions(
        Recent recent,
        LastOne origins,
        LastOne observations,
        Phrases counts,
        Phrases costs,
        Phrases schemes,
        Phrases places,
        Phrases answers,
        Phrases standings,
        Phrases ways,
        Phrases edns) {

    /** Nothing was said there so far. */
    static Repetitions in(JsonBytes json) {
        return new Repetitions(
                new Recent(json),
                new LastOne(),
                new LastOne(),
                new Phrases(),
                new Phrases(),
                new Phrases(),
                new Phrases(),
                new Phrases(),
                new Phrases(),
                new Phrases(),
                new Phrases());
    }
}
