package org.zonedrift.output;

import java.nio.ByteBuffer;

/** What is told of octets that come piece by piece, so that whoever has them later can tell whether they are the same. */
interface Fingerprint {

    /** Where nobody will ask: a hash takes as long as a fifth of all that it takes to write a record. */
    Fingerprint NONE = new Fingerprint() {
        @Override
        public void add(ByteBuffer octets) {}

        @Override
        public String hex() {
            return "";
        }
    };

    /** Leaves the buffer as it was. */
    void add(ByteBuffer octets);

    /** Of all so far, in hexadecimal digits; empty where none is taken. */
    String hex();
}
