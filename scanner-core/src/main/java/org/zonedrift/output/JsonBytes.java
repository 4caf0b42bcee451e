package org.zonedrift.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.zonedrift.zone.AddressText;
import org.zonedrift.zone.DomainName;

/**
 * A growing stretch of octets to which JSON is appended, token by token, without any allocation
 * but its own growth. Commas come by themselves: before whatever does not open its container.
 *
 * <p>Confined to one thread, and meant to be cleared and used again.
 */
public final class JsonBytes {

    private static final int FIRST_CAPACITY = 1 << 13;

    /** What a key leaves free behind itself: a number, a time stamp or a bracket needs to ask for no more. */
    private static final int SHORT_VALUE = 32;

    private final Timestamps timestamps = new Timestamps();
    private final Repetitions repetitions = Repetitions.in(this);
    private byte[] octets = new byte[FIRST_CAPACITY];
    private int length;

    /** The octets so far, to be read up to {@link #length()} and not to be kept. */
    public byte[] octets() {
        return octets;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
        repetitions.recent().forget();
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(octets, length);
    }

    /** What was written here before, ready to be copied. */
    Repetitions repetitions() {
        return repetitions;
    }

    /** A copy of the octets from this index on. */
    byte[] since(int from) {
        return Arrays.copyOfRange(octets, from, length);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(octets, 0, length);
    }

    JsonBytes beginObject() {
        return open('{');
    }

    JsonBytes endObject() {
        return close('}');
    }

    JsonBytes beginArray() {
        return open('[');
    }

    JsonBytes endArray() {
        return close(']');
    }

    /** Ends a record: the one place where a line feed is written. */
    JsonBytes endLine() {
        return close('\n');
    }

    /** Appends a key in the octets of a {@link Key}; only the first of an object does without its comma. */
    JsonBytes key(byte[] encodedKey) {
        reserve(encodedKey.length + SHORT_VALUE);
        int from = octets[length - 1] == '{' ? 1 : 0;
        int size = encodedKey.length - from;
        System.arraycopy(encodedKey, from, octets, length, size);
        length += size;
        return this;
    }

    /** Appends a key and a value in octets that are JSON already. */
    void ready(byte[] encodedKey, byte[] value) {
        key(encodedKey);
        reserve(value.length);
        raw(value);
    }

    void number(byte[] encodedKey, long value) {
        key(encodedKey);
        length = DecimalDigits.write(value, octets, length);
    }

    void timestamp(byte[] encodedKey, long epochMillis) {
        key(encodedKey);
        quotedTimestamp(epochMillis);
    }

    void text(byte[] encodedKey, String text) {
        key(encodedKey);
        reserve(quotedSize(text));
        quotedText(text);
    }

    /** Appends octets that stood at such a place before, with their commas. */
    void stretch(byte[] written) {
        reserve(written.length);
        raw(written);
    }

    /** Appends what stands between these indices once more. */
    void again(int from, int to) {
        int size = to - from;
        reserve(size);
        System.arraycopy(octets, from, octets, length, size);
        length += size;
    }

    /** Appends a value in octets that are JSON already. */
    JsonBytes ready(byte[] value) {
        separate(value.length);
        return raw(value);
    }

    JsonBytes number(long value) {
        comma();
        digits(value);
        return this;
    }

    /** Appends a number where no comma is due. */
    void digits(long value) {
        reserve(DecimalDigits.LONGEST);
        length = DecimalDigits.write(value, octets, length);
    }

    /** A decimal number in thousandths, always with three digits after the point. */
    JsonBytes thousandths(long value) {
        separate(DecimalDigits.LONGEST + 4);
        length = DecimalDigits.writeThousandths(value, octets, length);
        return this;
    }

    JsonBytes bool(boolean value) {
        separate(5);
        return raw(value ? TRUE : FALSE);
    }

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    /** A time stamp in milliseconds since 1970, as RFC 3339 writes it in UTC. */
    JsonBytes timestamp(long epochMillis) {
        separate(Timestamps.LENGTH + 2);
        quotedTimestamp(epochMillis);
        return this;
    }

    private void quotedTimestamp(long epochMillis) {
        octets[length++] = '"';
        length = timestamps.write(epochMillis, octets, length);
        octets[length++] = '"';
    }

    /** Text, escaped as JSON wants it; whatever could steer a terminal is escaped too. */
    JsonBytes text(String text) {
        separate(quotedSize(text));
        quotedText(text);
        return this;
    }

    /** Six octets is what the longest escape of one char takes. */
    private static int quotedSize(String text) {
        return 6 * text.length() + 2;
    }

    /** Appends a text where no comma is due. */
    void textAlone(String text) {
        reserve(quotedSize(text));
        quotedText(text);
    }

    private void quotedText(String text) {
        octets[length++] = '"';
        length = JsonEscapes.write(text, octets, length);
        octets[length++] = '"';
    }

    /** Appends a name in presentation form, the very text of {@link DomainName#toString}, where no comma is due. */
    JsonBytes name(DomainName name) {
        byte[] wire = name.wire();
        reserve(5 * wire.length + 2);
        octets[length++] = '"';
        length = JsonEscapes.writeName(wire, octets, length);
        octets[length++] = '"';
        return this;
    }

    /** Makes a mail address of the name just written, which has nothing to escape, and a label before its first dot. */
    void asMailbox(DomainName name) {
        octets[length - name.wireLength() + 1 + name.wire()[0]] = '@';
    }

    /** An IP address as RFC 5952 writes it; dotted quads without any detour over text. */
    JsonBytes address(byte[] address) {
        if (address.length != 4) {
            return text(AddressText.write(address));
        }
        separate(4 * address.length + 1);
        octets[length++] = '"';
        for (int i = 0; i < address.length; i++) {
            if (i > 0) {
                octets[length++] = '.';
            }
            length = DecimalDigits.write(address[i] & 0xff, octets, length);
        }
        octets[length++] = '"';
        return this;
    }

    /** Opaque octets from the network, readable: what is not printable ASCII as {@code \DDD}. */
    JsonBytes presentation(byte[] opaque) {
        separate(5 * opaque.length + 2);
        octets[length++] = '"';
        for (byte octet : opaque) {
            length = JsonEscapes.writeOctet(octet & 0xff, octets, length);
        }
        octets[length++] = '"';
        return this;
    }

    /** Opaque octets in lower-case hexadecimal digits. */
    JsonBytes hex(byte[] opaque) {
        separate(2 * opaque.length + 2);
        octets[length++] = '"';
        length = JsonEscapes.writeHex(opaque, octets, length);
        octets[length++] = '"';
        return this;
    }

    private JsonBytes open(char bracket) {
        separate(1);
        octets[length++] = (byte) bracket;
        return this;
    }

    private JsonBytes close(char bracket) {
        reserve(1);
        octets[length++] = (byte) bracket;
        return this;
    }

    /** Writes the comma before the next value of an array, if one is due. */
    void comma() {
        separate(0);
    }

    /** Makes room for a token and the comma before it, and writes that comma if one is due. */
    private void separate(int tokenLength) {
        reserve(tokenLength + 1);
        if (length > 0 && isCommaDueAfter(octets[length - 1])) {
            octets[length++] = ',';
        }
    }

    /** Strings end in a quote and numbers in a digit, so the last octet tells where we are. */
    private static boolean isCommaDueAfter(byte last) {
        return last != '{' && last != '[' && last != ':' && last != '\n';
    }

    private JsonBytes raw(byte[] token) {
        System.arraycopy(token, 0, octets, length, token.length);
        length += token.length;
        return this;
    }

    private void reserve(int more) {
        int needed = Math.addExact(length, more);
        if (needed > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(needed, 2 * octets.length));
        }
    }
}
