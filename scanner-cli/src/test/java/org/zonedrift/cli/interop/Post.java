package org.zonedrift.cli.interop;

/**
 * One process of some server software in the lab. Primaries are restarted when their zones change; secondaries keep
 * running, and so keep what they have.
 */
record Post(ServerSoftware software, Role role, int number) implements Comparable<Post> {

    private static final int FIRST_SECONDARY = 100;

    enum Role {
        PRIMARY,
        SECONDARY
    }

    Place place() {
        int host = role == Role.PRIMARY ? number : FIRST_SECONDARY + number;
        int net = software.ordinal() + 1;
        return new Place("127.10." + net + "." + host, "fd53::" + net + ":" + host, toString());
    }

    @Override
    public String toString() {
        return software.word() + "-" + (role == Role.PRIMARY ? "p" : "s") + number;
    }

    @Override
    public int compareTo(Post other) {
        return place().ipv4().compareTo(other.place().ipv4());
    }
}
