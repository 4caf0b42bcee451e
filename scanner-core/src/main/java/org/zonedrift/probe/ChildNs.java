package org.zonedrift.probe;

/** Of how many servers of a zone its own NS set is asked, where SOA answers do not show it. */
public enum ChildNs {
    NONE,
    ONE,
    ALL
}
