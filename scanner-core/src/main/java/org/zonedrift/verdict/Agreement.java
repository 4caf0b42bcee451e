package org.zonedrift.verdict;

/** Whether the usable servers of a zone show one serial. */
enum Agreement {
    EQUAL,
    /** Independent sources, each of one mind, show different serials. */
    SOURCES_DIFFER,
    DIFFERENT;

    static Agreement of(SerialSet serials, Sources sources) {
        if (serials.size() <= 1) {
            return EQUAL;
        }
        boolean independent = sources.size() > 1 && !sources.shareAnOperator();
        return independent && sources.areEachConsistent() ? SOURCES_DIFFER : DIFFERENT;
    }
}
