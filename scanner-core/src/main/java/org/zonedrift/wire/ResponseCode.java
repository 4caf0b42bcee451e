package org.zonedrift.wire;

/** The response codes that change what the scanner does next. */
public final class ResponseCode {

    public static final int NOERROR = 0;
    public static final int FORMERR = 1;
    public static final int SERVFAIL = 2;
    public static final int NXDOMAIN = 3;
    public static final int NOTIMP = 4;
    public static final int REFUSED = 5;

    private ResponseCode() {}
}
