package org.zonedrift.zone;

/** Says why a text or some octets are no domain name. */
public final class MalformedNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedNameException(String why) {
        super(why);
    }
}
