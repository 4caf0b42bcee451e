package org.zonedrift.flink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.input.Target.Line;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;

/** The small things that a target is made of, as octets. */
final class Words {

    private Words() {}

    /** Writes one thing. */
    @FunctionalInterface
    interface Writing<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    /** Reads one thing. */
    @FunctionalInterface
    interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    static <T> void optional(@Nullable T value, Writing<T> writing, DataOutputStream out) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writing.write(value, out);
        }
    }

    static <T> @Nullable T optional(Reading<T> reading, DataInputStream in) throws IOException {
        return in.readBoolean() ? reading.read(in) : null;
    }

    static <T> void each(List<T> values, Writing<T> writing, DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writing.write(value, out);
        }
    }

    static <T> List<T> each(Reading<T> reading, DataInputStream in) throws IOException {
        List<T> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(reading.read(in));
        }
        return values;
    }

    /** Of any length: a line of the input may be longer than what {@code writeUTF} can hold. */
    static void text(String text, DataOutputStream out) throws IOException {
        octets(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(octets(in), StandardCharsets.UTF_8);
    }

    static void name(DomainName name, DataOutputStream out) throws IOException {
        octets(name.wire(), out);
    }

    static DomainName name(DataInputStream in) throws IOException {
        return DomainName.ofFoldedWire(octets(in));
    }

    /** Whose limits it shares is found out again where it is asked. */
    static void address(ServerAddress address, DataOutputStream out) throws IOException {
        octets(address.octets(), out);
        out.writeInt(address.port());
    }

    static ServerAddress address(DataInputStream in) throws IOException {
        byte[] octets = octets(in);
        return ServerAddress.of(octets, in.readInt());
    }

    static void line(Line line, DataOutputStream out) throws IOException {
        out.writeInt(line.file());
        out.writeLong(line.number());
        optional(line.text(), Words::text, out);
        optional(line.hex(), Words::text, out);
    }

    static Line line(DataInputStream in) throws IOException {
        return new Line(in.readInt(), in.readLong(), optional(Words::text, in), optional(Words::text, in));
    }

    private static void octets(byte[] octets, DataOutputStream out) throws IOException {
        out.writeInt(octets.length);
        out.write(octets);
    }

    private static byte[] octets(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
