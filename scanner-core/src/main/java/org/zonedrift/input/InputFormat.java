package org.zonedrift.input;

/** How an input is written; the names in lower case are the values of the option. */
public enum InputFormat {
    /** To be found out from the first lines. */
    AUTO,
    /** A name in each line. */
    LIST,
    /** A name in one of several columns. */
    CSV,
    /** A zone's master file, a TLD's as a rule. */
    ZONE,
    /** Records of an earlier run. */
    RESULTS,
    /** Lines {@code zone,host,ip}. */
    SERVERS
}
