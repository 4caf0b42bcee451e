package org.zonedrift.wire;

/** The numbers of the record types that the scanner asks for or reads. */
public final class RecordType {

    public static final int A = 1;
    public static final int NS = 2;
    public static final int CNAME = 5;
    public static final int SOA = 6;
    public static final int AAAA = 28;
    public static final int DNAME = 39;

    private RecordType() {}
}
