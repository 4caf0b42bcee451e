package org.zonedrift.cli.watch;

/** Shows where a scan stands, again and again. */
interface Display {

    void show(Glimpse now);

    /** Removes what should not stay. */
    void close();
}
