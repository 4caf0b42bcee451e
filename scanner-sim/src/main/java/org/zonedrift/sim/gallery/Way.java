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
    VERIFIED_GLUE("--glue verify");

    private final String options;

    Way(String options) {
        this.options = options;
    }

    /** The options that it takes; empty where none does. */
    public String options() {
        return options;
    }
}
