package org.zonedrift.delegation;

/** What came back when the root was asked who serves it: what that says about the way there. */
public enum RootWord {
    /** No root server said anything. */
    SILENT,
    SPEAKS,
    /** All who answered offered recursion, as no root server does: somebody answers in their place. */
    SPEAKS_LIKE_A_RESOLVER
}
