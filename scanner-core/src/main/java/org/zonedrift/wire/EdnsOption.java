package org.zonedrift.wire;

/** The EDNS options that a question can carry, all of them empty in a question. */
public enum EdnsOption {
    NSID(3),
    EXPIRE(9),
    ZONEVERSION(19);

    private final int code;

    EdnsOption(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
