package org.zonedrift.telemetry;

/** What a question is for; traffic is counted by it. */
public enum Purpose {
    /** Who serves the root, of the root itself. */
    PRIMING("priming"),
    /** Anything else that a server of the root is asked. */
    ROOT("root"),
    /** Whatever a server of a top-level domain is asked on the way down. */
    TLD("TLD"),
    /** Whatever a server of a zone is asked of which the zone file is at hand. */
    REGISTRY("registry of the zone file"),
    /** Who serves a zone, of servers further down. */
    DELEGATION("delegation"),
    /** Where a name server listens, of servers further down. */
    HOST("host address"),
    /** What a resolver is asked to find out for us. */
    RESOLVER("resolver"),
    /** A server's SOA record, at the first look. */
    PROBE("SOA"),
    CHILD_NS("child NS"),
    MNAME("primary"),
    COMPARE("comparison"),
    /** A server's SOA record, at a later look. */
    RECHECK("re-check"),
    /** Whether a server that used to answer still does. */
    CANARY("canary"),
    BENCHMARK("benchmark");

    private final String words;

    Purpose(String words) {
        this.words = words;
    }

    /** As people read it in a summary. */
    public String words() {
        return words;
    }
}
