package org.zonedrift.sim.gallery;

/** How one must look at an exhibit to see what is wrong with it. */
public enum Way {
    /** As the program looks at every zone. */
    USUAL(""),
    /** As usual, but only so: a resolver goes further, or sees less. */
    FROM_THE_ROOT("--delegation iterative"),
    /** The zone's own NS set is asked of each of its servers. */
    EVERY_NS_SET("--child-ns all"),
    /** Addresses that the parent gives are held against the authoritative ones. */
    VERIFIED_GLUE("--glue verify"),
    /** Only servers with IPv4 addresses are asked. */
    IPV4_ALONE("-4"),
    /** Somebody asked to be left alone; the detail is the line of the file that says who. */
    WITH_EXCLUSION("--exclude FILE with the line '%s'"),
    /** A server of the gallery plays the resolver; the detail is its address. */
    THROUGH_RESOLVER("--delegation resolver --resolvers %s:PORT"),
    /** The same where nothing answers in the root's place; the second detail is an address of such. */
    THROUGH_RESOLVER_WITHOUT_ROOT("--delegation resolver --resolvers %s:PORT --root-hints FILE with a root at %s"),
    /** Other names before it in one list, and limits as usual; the details are those names. */
    AFTER_OTHERS("one list with %s, and so on to %s, before it"),
    /** The name comes twice in one list. */
    LISTED_TWICE("a list that holds it twice"),
    /** The name is misspelt; the detail is how. */
    MISSPELT("the line '%s' in a list"),
    /** The scan is stopped while it lasts. */
    STOPPED("Ctrl-C while it is looked at");

    private final String needs;

    Way(String needs) {
        this.needs = needs;
    }

    /** What it takes, with the details of an exhibit in it. */
    String needs(Object... details) {
        return needs.formatted(details);
    }
}
